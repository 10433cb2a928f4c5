package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** GlobalNgENB-ID. */
public record GlobalNgEnbId(PlmnIdentity plmn, NgEnbId id) implements GlobalNgRanNodeId {
    public static final Codec<GlobalNgEnbId> CODEC = new GlobalNgEnbIdCodec();
}

/** Both directions of {@link GlobalNgEnbId}. */
final class GlobalNgEnbIdCodec implements Codec<GlobalNgEnbId> {
    @Override
    public void encode(GlobalNgEnbId value, BitWriter out) {
        out.bit(false);
        PlmnIdentity.CODEC.encode(value.plmn(), out);
        NgEnbId.CODEC.encode(value.id(), out);
    }

    @Override
    public GlobalNgEnbId decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        PlmnIdentity plmn = in.field("pLMNIdentity", PlmnIdentity.CODEC);
        NgEnbId id = in.field("ngENB-ID", NgEnbId.CODEC);
        if (extended) {
            in.skipAdditions();
        }
        return new GlobalNgEnbId(plmn, id);
    }
}
