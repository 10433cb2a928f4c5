package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** RICsubscription-withCause-Item: a subscription a node wants ended, and why. */
public record EndedSubscription(RicRequestId requestId, int ranFunctionId, Cause cause) {
    static final Codec<EndedSubscription> CODEC = new Codec<>() {
        @Override
        public void encode(EndedSubscription value, BitWriter out) {
            out.bit(false);
            RicRequestId.CODEC.encode(value.requestId, out);
            out.integer(value.ranFunctionId, 0, 4095);
            Cause.CODEC.encode(value.cause, out);
        }

        @Override
        public EndedSubscription decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            EndedSubscription item = new EndedSubscription(
                    in.field("ricRequestID", RicRequestId.CODEC),
                    (int) in.integer("ranFunctionID", 0, 4095),
                    in.field("cause", Cause.CODEC));
            if (extended) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
