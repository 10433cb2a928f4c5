package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** messageDirection. */
public enum MessageDirection {
    INCOMING,
    OUTGOING,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<MessageDirection> CODEC =
            new EnumCodec<>("messageDirection", List.of(values()), 2, MessageDirection::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
