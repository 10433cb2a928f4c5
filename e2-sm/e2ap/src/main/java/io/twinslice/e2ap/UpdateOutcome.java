package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** Whether the RIC took over the configuration of a node component. */
public enum UpdateOutcome {
    SUCCESS,
    FAILURE,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<UpdateOutcome> CODEC =
            new EnumCodec<>("updateOutcome", List.of(values()), 2, UpdateOutcome::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
