package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** What RANParameter-TestingCondition asks of a parameter without value. */
public enum TestPresence {
    PRESENT,
    CONFIGURED,
    ROLLOVER,
    NON_ZERO,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<TestPresence> CODEC =
            new EnumCodec<>("ranP-Choice-presence", List.of(values()), 4, TestPresence::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
