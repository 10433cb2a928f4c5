package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** The channel class of an RRC message. */
public sealed interface RrcClass {
    Codec<RrcClass> CODEC = new RrcClassCodec();

    /** RRC of LTE. */
    record Lte(LteRrcClass type) implements RrcClass {}

    /** RRC of NR. */
    record Nr(NrRrcClass type) implements RrcClass {}
}

/** Both directions of {@link RrcClass}. */
final class RrcClassCodec implements Codec<RrcClass> {
    @Override
    public void encode(RrcClass value, BitWriter out) {
        switch (value) {
            case RrcClass.Lte lte -> {
                out.choice(0, 2);
                LteRrcClass.CODEC.encode(lte.type(), out);
            }
            case RrcClass.Nr nr -> {
                out.choice(1, 2);
                NrRrcClass.CODEC.encode(nr.type(), out);
            }
        }
    }

    @Override
    public RrcClass decode(BitReader in) throws DecodeException {
        return switch (in.choice("rrcType", 2)) {
            case 0 -> new RrcClass.Lte(LteRrcClass.CODEC.decode(in));
            case 1 -> new RrcClass.Nr(NrRrcClass.CODEC.decode(in));
            default -> throw in.malformed("rrcType", "an unknown radio technology");
        };
    }
}
