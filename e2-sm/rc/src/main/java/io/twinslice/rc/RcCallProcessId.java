package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;

/**
 * E2SM-RC-CallProcessID format 1: names a suspended procedure.
 *
 * <p>E2SM-RC clause 9.2.
 *
 * @param id 1..4294967295 by the text in force
 */
public record RcCallProcessId(long id) {
    public static final Codec<RcCallProcessId> CODEC = new RcCallProcessIdCodec();

    public static RcCallProcessId decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-RC-CallProcessID", octets, limits);
    }

    public Octets encode() {
        return CODEC.toOctetString(this);
    }
}

/** Both directions of {@link RcCallProcessId}. */
final class RcCallProcessIdCodec implements Codec<RcCallProcessId> {
    @Override
    public void encode(RcCallProcessId value, BitWriter out) {
        out.bit(false);
        out.choice(0, 1);
        out.bit(false);
        RanParameter.id(value.id(), out);
    }

    @Override
    public RcCallProcessId decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        if (in.choice("ric-callProcessID-formats", 1) != 0) {
            throw in.malformed("ric-callProcessID-formats", "an unknown format");
        }
        boolean formatExtended = in.extensionBit();
        RcCallProcessId id = new RcCallProcessId(RanParameter.id("ric-callProcess-ID", in));
        if (formatExtended) {
            in.skipAdditions();
        }
        if (extended) {
            in.skipAdditions();
        }
        return id;
    }
}
