package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** ric-PolicyDecision. */
public enum PolicyDecision {
    ACCEPT,
    REJECT,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<PolicyDecision> CODEC =
            new EnumCodec<>("ric-PolicyDecision", List.of(values()), 2, PolicyDecision::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
