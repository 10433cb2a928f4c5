package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * GlobalENB-ID.
 *
 * <p>E2SM clause 6.2.
 */
public record GlobalEnbId(PlmnIdentity plmn, EnbId id) {
    public static final Codec<GlobalEnbId> CODEC = new GlobalEnbIdCodec();
}

/** Both directions of {@link GlobalEnbId}. */
final class GlobalEnbIdCodec implements Codec<GlobalEnbId> {
    @Override
    public void encode(GlobalEnbId value, BitWriter out) {
        out.bit(false);
        PlmnIdentity.CODEC.encode(value.plmn(), out);
        EnbId.CODEC.encode(value.id(), out);
    }

    @Override
    public GlobalEnbId decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        PlmnIdentity plmn = in.field("pLMNIdentity", PlmnIdentity.CODEC);
        EnbId id = in.field("eNB-ID", EnbId.CODEC);
        if (extended) {
            in.skipAdditions();
        }
        return new GlobalEnbId(plmn, id);
    }
}
