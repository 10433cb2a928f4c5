package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** TNLusage. */
public enum TnlUsage {
    RIC_SERVICE,
    SUPPORT_FUNCTION,
    BOTH,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<TnlUsage> CODEC = new EnumCodec<>("tnlUsage", List.of(values()), 3, TnlUsage::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
