package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;

/**
 * RANfunction-Item: a RAN function that a node offers.
 *
 * @param id 0..4095, chosen by the node
 * @param definition the description in the encoding of its service model
 * @param revision 0..4095
 * @param oid object identifier of the service model in dotted form
 */
public record RanFunctionItem(int id, Octets definition, int revision, String oid) {
    static final Codec<RanFunctionItem> CODEC = new Codec<>() {
        @Override
        public void encode(RanFunctionItem value, BitWriter out) {
            out.bit(false);
            out.integer(value.id, 0, 4095);
            out.octets(value.definition);
            out.integer(value.revision, 0, 4095);
            out.string(value.oid, 1, 1000);
        }

        @Override
        public RanFunctionItem decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            RanFunctionItem item = new RanFunctionItem(
                    (int) in.integer("ranFunctionID", 0, 4095),
                    in.octets("ranFunctionDefinition"),
                    (int) in.integer("ranFunctionRevision", 0, 4095),
                    in.string("ranFunctionOID", 1, 1000));
            if (extended) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
