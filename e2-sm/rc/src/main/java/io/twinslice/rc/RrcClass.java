package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;

/**
 * The channel class of an RRC message.
 *
 * <p>E2SM-RC clause 9.3.
 */
public sealed interface RrcClass {
    Codec<RrcClass> CODEC = new RrcClassCodec();

    /** RRC of LTE. */
    record Lte(LteClass type) implements RrcClass {}

    /** RRC of NR. */
    record Nr(NrClass type) implements RrcClass {}

    /** RRCclass-LTE. */
    enum LteClass {
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

        static final Codec<LteClass> CODEC = new Codec.Enumerated<>("lTE", List.of(values()), 12, LteClass::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** RRCclass-NR. */
    enum NrClass {
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

        static final Codec<NrClass> CODEC = new Codec.Enumerated<>("nR", List.of(values()), 8, NrClass::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link RrcClass}. */
final class RrcClassCodec implements Codec<RrcClass> {
    @Override
    public void encode(RrcClass value, BitWriter out) {
        switch (value) {
            case RrcClass.Lte lte -> {
                out.choice(0, 2);
                RrcClass.LteClass.CODEC.encode(lte.type(), out);
            }
            case RrcClass.Nr nr -> {
                out.choice(1, 2);
                RrcClass.NrClass.CODEC.encode(nr.type(), out);
            }
        }
    }

    @Override
    public RrcClass decode(BitReader in) throws DecodeException {
        return switch (in.choice("rrcType", 2)) {
            case 0 -> new RrcClass.Lte(RrcClass.LteClass.CODEC.decode(in));
            case 1 -> new RrcClass.Nr(RrcClass.NrClass.CODEC.decode(in));
            default -> throw in.malformed("rrcType", "an unknown radio technology");
        };
    }
}
