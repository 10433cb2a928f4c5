package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** RRC-State. */
public enum RrcState {
    RRC_CONNECTED,
    RRC_INACTIVE,
    RRC_IDLE,
    ANY,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<RrcState> CODEC = new EnumCodec<>("stateChangedTo", List.of(values()), 4, RrcState::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
