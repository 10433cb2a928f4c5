package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** E2nodeComponentInterfaceType. */
public enum InterfaceType {
    NG,
    XN,
    E1,
    F1,
    W1,
    S1,
    X2,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<InterfaceType> CODEC =
            new EnumCodec<>("E2nodeComponentInterfaceType", List.of(values()), 7, InterfaceType::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
