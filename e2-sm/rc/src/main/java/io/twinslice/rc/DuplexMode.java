package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** nR-mode-info. */
public enum DuplexMode {
    FDD,
    TDD,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<DuplexMode> CODEC = new EnumCodec<>("nR-mode-info", List.of(values()), 2, DuplexMode::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
