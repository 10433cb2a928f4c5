package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * RICrequestID: names a subscription or a control request.
 *
 * <p>E2AP clauses 9.2.7 and 9.3.5 (ASN.1).
 *
 * @param requestorId 0..65535
 * @param instanceId 0..65535
 */
public record RicRequestId(int requestorId, int instanceId) {
    static final Codec<RicRequestId> CODEC = new RicRequestIdCodec();

    public RicRequestId {
        if (requestorId >>> 16 != 0 || instanceId >>> 16 != 0) {
            throw new IllegalArgumentException(
                    "a RIC request id is two numbers of 16 bits, not " + requestorId + " and " + instanceId);
        }
    }
}

/** Both directions of {@link RicRequestId}. */
final class RicRequestIdCodec implements Codec<RicRequestId> {
    @Override
    public void encode(RicRequestId value, BitWriter out) {
        out.bit(false);
        out.integer(value.requestorId(), 0, 65535);
        out.integer(value.instanceId(), 0, 65535);
    }

    @Override
    public RicRequestId decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RicRequestId id = new RicRequestId(
                (int) in.integer("ricRequestorID", 0, 65535), (int) in.integer("ricInstanceID", 0, 65535));
        if (extended) {
            in.skipAdditions();
        }
        return id;
    }
}
