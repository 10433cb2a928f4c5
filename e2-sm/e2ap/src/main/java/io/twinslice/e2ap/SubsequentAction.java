package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** RICsubsequentAction: what a node does after an insert indication. */
public record SubsequentAction(SubsequentActionType type, SubsequentTimeToWait timeToWait) {
    static final Codec<SubsequentAction> CODEC = new Codec<>() {
        @Override
        public void encode(SubsequentAction value, BitWriter out) {
            out.bit(false);
            SubsequentActionType.CODEC.encode(value.type, out);
            SubsequentTimeToWait.CODEC.encode(value.timeToWait, out);
        }

        @Override
        public SubsequentAction decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            SubsequentAction action =
                    new SubsequentAction(SubsequentActionType.CODEC.decode(in), SubsequentTimeToWait.CODEC.decode(in));
            if (extended) {
                in.skipAdditions();
            }
            return action;
        }
    };
}
