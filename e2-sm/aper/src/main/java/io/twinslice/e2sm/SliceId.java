package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * S-NSSAI as it stands on the wire, where an absent slice differentiator and the reserved value ffffff differ.
 *
 * <p>E2SM clause 6.2.
 *
 * @param sst slice/service type, 0..255
 * @param sd slice differentiator of 24 bits, or {@link #ABSENT_SD}
 */
public record SliceId(int sst, int sd) {
    /** No slice differentiator on the wire. */
    public static final int ABSENT_SD = -1;

    /** The value that TS 23.003 reserves for "no slice differentiator". */
    public static final int RESERVED_SD = 0xFFFFFF;

    public static final Codec<SliceId> CODEC = new SliceIdCodec();

    public SliceId {
        if (sst < 0 || sst > 255 || sd < ABSENT_SD || sd > 0xFFFFFF) {
            throw new IllegalArgumentException(
                    "sst must be 0..255 and sd 24 bits or absent, not " + sst + " and " + sd);
        }
    }

    public boolean hasSd() {
        return sd != ABSENT_SD;
    }

    /** The slice differentiator with {@link #RESERVED_SD} for an absent one, as TS 23.003 compares slices. */
    public int sdOrReserved() {
        return hasSd() ? sd : RESERVED_SD;
    }
}

/** Both directions of {@link SliceId}. */
final class SliceIdCodec implements Codec<SliceId> {
    @Override
    public void encode(SliceId value, BitWriter out) {
        out.bits(value.hasSd() ? 1 : 0, 2);
        out.bits(value.sst(), 8);
        if (value.hasSd()) {
            out.align();
            out.bits(value.sd(), 24);
        }
    }

    @Override
    public SliceId decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        int sst = (int) in.fixedBits("sST", 8);
        int sd = (preamble & 1) != 0 ? (int) in.fixedBits("sD", 24) : SliceId.ABSENT_SD;
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return new SliceId(sst, sd);
    }
}
