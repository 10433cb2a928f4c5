package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** RRCclass-LTE. */
public enum LteRrcClass {
    BCCH_BCH,
    BCCH_BCH_MBMS,
    BCCH_DL_SCH,
    BCCH_DL_SCH_BR,
    BCCH_DL_SCH_MBMS,
    MCCH,
    PCCH,
    DL_CCCH,
    DL_DCCH,
    UL_CCCH,
    UL_DCCH,
    SC_MCCH,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<LteRrcClass> CODEC = new EnumCodec<>("lTE", List.of(values()), 12, LteRrcClass::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
