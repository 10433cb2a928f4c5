package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * GlobalGNB-ID and, with the same encoding, GlobalenGNB-ID.
 *
 * <p>E2SM clause 6.2.
 */
public record GlobalGnbId(PlmnIdentity plmn, GnbId id) implements GlobalNgRanNodeId {
    public static final Codec<GlobalGnbId> CODEC = new GlobalGnbIdCodec();
}

/** Both directions of {@link GlobalGnbId}. */
final class GlobalGnbIdCodec implements Codec<GlobalGnbId> {
    @Override
    public void encode(GlobalGnbId value, BitWriter out) {
        out.bit(false);
        PlmnIdentity.CODEC.encode(value.plmn(), out);
        GnbId.CODEC.encode(value.id(), out);
    }

    @Override
    public GlobalGnbId decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        PlmnIdentity plmn = in.field("pLMNIdentity", PlmnIdentity.CODEC);
        GnbId id = in.field("gNB-ID", GnbId.CODEC);
        if (extended) {
            in.skipAdditions();
        }
        return new GlobalGnbId(plmn, id);
    }
}
