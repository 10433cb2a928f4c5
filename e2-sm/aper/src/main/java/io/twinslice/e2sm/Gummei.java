package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * GUMMEI: the identity of an MME.
 *
 * <p>E2SM clause 6.2.
 *
 * @param mmeGroup 16 bits
 * @param mmeCode 8 bits
 */
public record Gummei(PlmnIdentity plmn, int mmeGroup, int mmeCode) {
    public static final Codec<Gummei> CODEC = new GummeiCodec();

    public Gummei {
        if (mmeGroup >>> 16 != 0 || mmeCode >>> 8 != 0) {
            throw new IllegalArgumentException(
                    "MME group and code have 16 and 8 bits, not " + mmeGroup + " and " + mmeCode);
        }
    }
}

/** Both directions of {@link Gummei}. */
final class GummeiCodec implements Codec<Gummei> {
    @Override
    public void encode(Gummei value, BitWriter out) {
        out.bit(false);
        PlmnIdentity.CODEC.encode(value.plmn(), out);
        out.fixedBits(value.mmeGroup(), 16);
        out.fixedBits(value.mmeCode(), 8);
    }

    @Override
    public Gummei decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        Gummei gummei = new Gummei(PlmnIdentity.CODEC.decode(in), (int) in.fixedBits("mME-Group-ID", 16), (int)
                in.fixedBits("mME-Code", 8));
        if (extended) {
            in.skipAdditions();
        }
        return gummei;
    }
}
