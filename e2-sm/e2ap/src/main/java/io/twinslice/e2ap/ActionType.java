package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** RICactionType. */
public enum ActionType {
    REPORT,
    INSERT,
    POLICY,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<ActionType> CODEC = new EnumCodec<>("RICactionType", List.of(values()), 3, ActionType::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
