package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * GUAMI: the identity of an AMF.
 *
 * <p>E2SM clause 6.2.
 *
 * @param amfRegion 8 bits
 * @param amfSet 10 bits
 * @param amfPointer 6 bits
 */
public record Guami(PlmnIdentity plmn, int amfRegion, int amfSet, int amfPointer) {
    public static final Codec<Guami> CODEC = new GuamiCodec();

    public Guami {
        if (amfRegion >>> 8 != 0 || amfSet >>> 10 != 0 || amfPointer >>> 6 != 0) {
            throw new IllegalArgumentException("AMF region, set and pointer have 8, 10 and 6 bits, not " + amfRegion
                    + ", " + amfSet + ", " + amfPointer);
        }
    }
}

/** Both directions of {@link Guami}. */
final class GuamiCodec implements Codec<Guami> {
    @Override
    public void encode(Guami value, BitWriter out) {
        out.bit(false);
        PlmnIdentity.CODEC.encode(value.plmn(), out);
        out.fixedBits(value.amfRegion(), 8);
        out.fixedBits(value.amfSet(), 10);
        out.fixedBits(value.amfPointer(), 6);
    }

    @Override
    public Guami decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        Guami guami = new Guami(
                PlmnIdentity.CODEC.decode(in),
                (int) in.fixedBits("aMFRegionID", 8),
                (int) in.fixedBits("aMFSetID", 10),
                (int) in.fixedBits("aMFPointer", 6));
        if (extended) {
            in.skipAdditions();
        }
        return guami;
    }
}
