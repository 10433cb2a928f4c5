package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;

/**
 * E2SM-RC-ActionDefinition: what a subscription's action does.
 *
 * <p>E2SM-RC clause 9.2.
 */
public record RcActionDefinition(long styleType, RcActionFormat format) {
    public static final Codec<RcActionDefinition> CODEC = new RcActionDefinitionCodec();

    public static RcActionDefinition decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-RC-ActionDefinition", octets, limits);
    }

    public Octets encode() {
        return CODEC.toOctetString(this);
    }
}

/** Both directions of {@link RcActionDefinition}. */
final class RcActionDefinitionCodec implements Codec<RcActionDefinition> {
    @Override
    public void encode(RcActionDefinition value, BitWriter out) {
        out.bit(false);
        out.integer(value.styleType());
        RcActionFormat.CODEC.encode(value.format(), out);
    }

    @Override
    public RcActionDefinition decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RcActionDefinition item = new RcActionDefinition(
                in.integer("ric-Style-Type"), in.field("ric-actionDefinition-formats", RcActionFormat.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}
