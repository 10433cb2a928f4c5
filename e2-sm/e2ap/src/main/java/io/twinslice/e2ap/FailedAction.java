package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * RICaction-NotAdmitted-Item: an action a node does not do, and why.
 *
 * @param id 0..255
 */
public record FailedAction(int id, Cause cause) {
    static final Codec<FailedAction> CODEC = new Codec<>() {
        @Override
        public void encode(FailedAction value, BitWriter out) {
            out.bit(false);
            out.integer(value.id, 0, 255);
            Cause.CODEC.encode(value.cause, out);
        }

        @Override
        public FailedAction decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            FailedAction action =
                    new FailedAction((int) in.integer("ricActionID", 0, 255), in.field("cause", Cause.CODEC));
            if (extended) {
                in.skipAdditions();
            }
            return action;
        }
    };
}
