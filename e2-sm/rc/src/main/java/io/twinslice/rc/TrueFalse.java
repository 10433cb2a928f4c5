package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** ENUMERATED {true, false, ...}. */
public enum TrueFalse {
    TRUE,
    FALSE,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<TrueFalse> CODEC = new EnumCodec<>("true", List.of(values()), 2, TrueFalse::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
