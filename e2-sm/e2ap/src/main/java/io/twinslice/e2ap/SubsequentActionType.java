package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** RICsubsequentActionType. */
public enum SubsequentActionType {
    CONTINUE,
    WAIT,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<SubsequentActionType> CODEC =
            new EnumCodec<>("RICsubsequentActionType", List.of(values()), 2, SubsequentActionType::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
