package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * RANfunctionID-Item: a RAN function and the revision meant.
 *
 * @param id 0..4095
 * @param revision 0..4095
 */
public record RanFunctionId(int id, int revision) {
    static final Codec<RanFunctionId> CODEC = new Codec<>() {
        @Override
        public void encode(RanFunctionId value, BitWriter out) {
            out.bit(false);
            out.integer(value.id, 0, 4095);
            out.integer(value.revision, 0, 4095);
        }

        @Override
        public RanFunctionId decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            RanFunctionId item = new RanFunctionId(
                    (int) in.integer("ranFunctionID", 0, 4095), (int) in.integer("ranFunctionRevision", 0, 4095));
            if (extended) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
