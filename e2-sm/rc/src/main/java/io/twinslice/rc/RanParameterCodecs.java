package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;

/** The types that RANParameter-ValueType nests. */
final class RanParameterCodecs {
    /** ranParameter-value inside its SEQUENCE. */
    static final Codec<RanParameterValue> KEY_ELEMENT = Codec.sequence("ranParameter-value", RanParameterValue.CODEC);

    /** RANParameter-STRUCTURE, as it stands in a list. */
    static final Codec<RanParameterContent.Structure> STRUCTURE_ITEM = new Codec<>() {
        @Override
        public void encode(RanParameterContent.Structure value, BitWriter out) {
            out.bits(value.parameters().isEmpty() ? 0 : 1, 2);
            if (!value.parameters().isEmpty()) {
                out.list(value.parameters(), 1, 65535, RanParameter.CODEC);
            }
        }

        @Override
        public RanParameterContent.Structure decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            RanParameterContent.Structure structure = new RanParameterContent.Structure(
                    (preamble & 1) != 0
                            ? in.list("sequence-of-ranParameters", 1, 65535, RanParameter.CODEC)
                            : List.of());
            if ((preamble & 2) != 0) {
                in.skipAdditions();
            }
            return structure;
        }
    };

    /** RANParameter-STRUCTURE inside its SEQUENCE. */
    static final Codec<RanParameterContent.Structure> STRUCTURE =
            Codec.sequence("ranParameter-Structure", STRUCTURE_ITEM);

    /** RANParameter-LIST inside its SEQUENCE. */
    static final Codec<List<RanParameterContent.Structure>> LIST = Codec.sequence("ranParameter-List", new Codec<>() {
        @Override
        public void encode(List<RanParameterContent.Structure> value, BitWriter out) {
            out.bit(false);
            out.list(value, 1, 65535, STRUCTURE_ITEM);
        }

        @Override
        public List<RanParameterContent.Structure> decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            List<RanParameterContent.Structure> items = in.list("list-of-ranParameter", 1, 65535, STRUCTURE_ITEM);
            if (extended) {
                in.skipAdditions();
            }
            return items;
        }
    });

    private RanParameterCodecs() {}
}
