package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** RICcontrolAckRequest: whether the sender of a control request wants to hear of success. */
public enum ControlAckRequest {
    NO_ACK,
    ACK,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<ControlAckRequest> CODEC =
            new EnumCodec<>("RICcontrolAckRequest", List.of(values()), 2, ControlAckRequest::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
