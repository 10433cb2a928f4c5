package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** RICaction-RequiredToBeModified-Item: an action (0..255) whose waiting time a node wants changed. */
public record RequiredModification(int id, SubsequentTimeToWait timeToWait) {
    static final Codec<RequiredModification> CODEC = new Codec<>() {
        @Override
        public void encode(RequiredModification value, BitWriter out) {
            out.bit(false);
            out.integer(value.id, 0, 255);
            SubsequentTimeToWait.CODEC.encode(value.timeToWait, out);
        }

        @Override
        public RequiredModification decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            RequiredModification item = new RequiredModification(
                    (int) in.integer("ricActionID", 0, 255), SubsequentTimeToWait.CODEC.decode(in));
            if (extended) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
