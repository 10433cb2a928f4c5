package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * GNB-ID (and EN-GNB-ID): 22 to 32 bits.
 *
 * <p>E2SM clause 6.2.
 *
 * @param value the bits as an unsigned number
 * @param length number of bits
 */
public record GnbId(long value, int length) {
    public static final Codec<GnbId> CODEC = new GnbIdCodec();

    public GnbId {
        if (length < 22 || length > 32 || value >>> length != 0) {
            throw new IllegalArgumentException("a gNB id has 22..32 bits, " + value + " in " + length + " is none");
        }
    }
}

/** Both directions of {@link GnbId}. */
final class GnbIdCodec implements Codec<GnbId> {
    @Override
    public void encode(GnbId value, BitWriter out) {
        out.choice(0, 1);
        out.sizedBits(value.value(), value.length(), 22, 32);
    }

    @Override
    public GnbId decode(BitReader in) throws DecodeException {
        if (in.choice("gNB-ID", 1) != 0) {
            throw in.malformed("gNB-ID", "an unknown kind of gNB identity");
        }
        int length = in.bitsLength("gNB-ID", 22, 32);
        return new GnbId(in.bits("gNB-ID", length), length);
    }
}
