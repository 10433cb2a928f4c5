package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.Optional;

/** The kinds of RANParameter-Testing-Item. */
final class TestSubjectCodec implements Codec<RanParameterTest.Subject> {
    private static final int ROOT = 4;
    private static final Codec<List<RanParameterTest>> NESTED = new Codec<>() {
        @Override
        public void encode(List<RanParameterTest> value, BitWriter out) {
            out.bit(false);
            out.list(value, 1, 65535, RanParameterTest.CODEC);
        }

        @Override
        public List<RanParameterTest> decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            List<RanParameterTest> tests = in.list("ranParameter", 1, 65535, RanParameterTest.CODEC);
            if (extended) {
                in.skipAdditions();
            }
            return tests;
        }
    };

    @Override
    public void encode(RanParameterTest.Subject value, BitWriter out) {
        switch (value) {
            case RanParameterTest.OfList list -> {
                out.choice(0, ROOT);
                NESTED.encode(list.tests(), out);
            }
            case RanParameterTest.OfStructure structure -> {
                out.choice(1, ROOT);
                NESTED.encode(structure.tests(), out);
            }
            case RanParameterTest.KeyElement element -> {
                out.choice(2, ROOT);
                RanParameterCodecs.KEY_ELEMENT.encode(element.value(), out);
            }
            case RanParameterTest.Element element -> {
                out.choice(3, ROOT);
                encode(element, out);
            }
        }
    }

    private static void encode(RanParameterTest.Element value, BitWriter out) {
        out.bit(false);
        out.bit(value.value().isPresent());
        out.bit(value.or().isPresent());
        switch (value.condition()) {
            case RanParameterTest.Compared compared -> {
                out.choice(0, 2);
                RanParameterTest.Comparison.CODEC.encode(compared.comparison(), out);
            }
            case RanParameterTest.Asked asked -> {
                out.choice(1, 2);
                RanParameterTest.Presence.CODEC.encode(asked.presence(), out);
            }
        }
        if (value.value().isPresent()) {
            RanParameterValue.CODEC.encode(value.value().get(), out);
        }
        if (value.or().isPresent()) {
            LogicalOr.encode(value.or().get(), out);
        }
    }

    @Override
    public RanParameterTest.Subject decode(BitReader in) throws DecodeException {
        return switch (in.choice("ranParameter-Type", ROOT)) {
            case 0 -> new RanParameterTest.OfList(in.field("ranP-Choice-List", NESTED));
            case 1 -> new RanParameterTest.OfStructure(in.field("ranP-Choice-Structure", NESTED));
            case 2 ->
                new RanParameterTest.KeyElement(in.field("ranP-Choice-ElementTrue", RanParameterCodecs.KEY_ELEMENT));
            case 3 -> element(in);
            default -> throw in.malformed("ranParameter-Type", "a parameter of unknown kind");
        };
    }

    private static RanParameterTest.Element element(BitReader in) throws DecodeException {
        int preamble = in.preamble(3);
        RanParameterTest.Condition condition = switch (in.choice("ranParameter-TestCondition", 2)) {
            case 0 -> new RanParameterTest.Compared(RanParameterTest.Comparison.CODEC.decode(in));
            case 1 -> new RanParameterTest.Asked(RanParameterTest.Presence.CODEC.decode(in));
            default -> throw in.malformed("ranParameter-TestCondition", "a condition of unknown kind");
        };
        RanParameterTest.Element element = new RanParameterTest.Element(
                condition,
                (preamble & 2) != 0
                        ? Optional.of(in.field("ranParameter-Value", RanParameterValue.CODEC))
                        : Optional.empty(),
                (preamble & 1) != 0 ? Optional.of(LogicalOr.decode(in)) : Optional.empty());
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
        return element;
    }
}
