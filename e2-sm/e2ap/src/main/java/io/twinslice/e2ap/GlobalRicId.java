package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.PlmnIdentity;

/**
 * GlobalRIC-ID.
 *
 * <p>E2AP clauses 9.2.4 and 9.3.5 (ASN.1).
 *
 * @param ricId 20 bits
 */
public record GlobalRicId(PlmnIdentity plmn, int ricId) {
    static final Codec<GlobalRicId> CODEC = new GlobalRicIdCodec();

    public GlobalRicId {
        if (ricId >>> 20 != 0) {
            throw new IllegalArgumentException("a RIC id has 20 bits, not " + ricId);
        }
    }
}

/** Both directions of {@link GlobalRicId}. */
final class GlobalRicIdCodec implements Codec<GlobalRicId> {
    @Override
    public void encode(GlobalRicId value, BitWriter out) {
        out.bit(false);
        PlmnIdentity.CODEC.encode(value.plmn(), out);
        out.fixedBits(value.ricId(), 20);
    }

    @Override
    public GlobalRicId decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        GlobalRicId id = new GlobalRicId(PlmnIdentity.CODEC.decode(in), (int) in.fixedBits("ric-ID", 20));
        if (extended) {
            in.skipAdditions();
        }
        return id;
    }
}
