package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import java.util.List;

/** RICactionType. */
public enum ActionType {
    REPORT,
    INSERT,
    POLICY;

    static final Codec<ActionType> CODEC = new EnumCodec<>("RICactionType", List.of(values()), 3, ActionType::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
