package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** InterfaceType. */
public enum InterfaceKind {
    NG,
    XN,
    F1,
    E1,
    S1,
    X2,
    W1,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<InterfaceKind> CODEC = new EnumCodec<>("nI-Type", List.of(values()), 7, InterfaceKind::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
