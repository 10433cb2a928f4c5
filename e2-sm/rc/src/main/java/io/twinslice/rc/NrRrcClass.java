package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** RRCclass-NR. */
public enum NrRrcClass {
    BCCH_BCH,
    BCCH_DL_SCH,
    DL_CCCH,
    DL_DCCH,
    PCCH,
    UL_CCCH,
    UL_CCCH1,
    UL_DCCH,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<NrRrcClass> CODEC = new EnumCodec<>("nR", List.of(values()), 8, NrRrcClass::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
