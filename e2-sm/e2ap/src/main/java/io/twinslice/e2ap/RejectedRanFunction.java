package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * RANfunctionIDcause-Item: a RAN function the RIC does not take, and why.
 *
 * @param id 0..4095
 */
public record RejectedRanFunction(int id, Cause cause) {
    static final Codec<RejectedRanFunction> CODEC = new Codec<>() {
        @Override
        public void encode(RejectedRanFunction value, BitWriter out) {
            out.bit(false);
            out.integer(value.id, 0, 4095);
            Cause.CODEC.encode(value.cause, out);
        }

        @Override
        public RejectedRanFunction decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            RejectedRanFunction item =
                    new RejectedRanFunction((int) in.integer("ranFunctionID", 0, 4095), in.field("cause", Cause.CODEC));
            if (extended) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
