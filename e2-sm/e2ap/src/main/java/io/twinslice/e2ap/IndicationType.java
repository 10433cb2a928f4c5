package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** RICindicationType. */
public enum IndicationType {
    REPORT,
    INSERT,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<IndicationType> CODEC =
            new EnumCodec<>("RICindicationType", List.of(values()), 2, IndicationType::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
