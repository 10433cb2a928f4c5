package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * RANParameter-Testing-Item: one test of a RAN parameter.
 *
 * <p>E2SM-RC clause 9.3.
 */
public record RanParameterTest(long id, Subject subject) {
    static final Codec<RanParameterTest> CODEC = new RanParameterTestCodec();

    /** RANParameter-Testing. */
    public static final Codec<List<RanParameterTest>> LIST = new Codec<>() {
        @Override
        public void encode(List<RanParameterTest> value, BitWriter out) {
            out.list(value, 1, 255, RanParameterTest.CODEC);
        }

        @Override
        public List<RanParameterTest> decode(BitReader in) throws DecodeException {
            return in.list("RANParameter-Testing", 1, 255, RanParameterTest.CODEC);
        }
    };

    /** What is tested, and how. */
    public sealed interface Subject {
        Codec<Subject> CODEC = new TestSubjectCodec();
    }

    /** Tests of the entries of a list. */
    public record OfList(List<RanParameterTest> tests) implements Subject {
        public OfList {
            tests = FixedList.copyOf(tests);
        }
    }

    /** Tests of the fields of a structure. */
    public record OfStructure(List<RanParameterTest> tests) implements Subject {
        public OfStructure {
            tests = FixedList.copyOf(tests);
        }
    }

    /** An element that is a key: it must have this value. */
    public record KeyElement(RanParameterValue value) implements Subject {}

    /**
     * An element that is no key.
     *
     * @param value what it is compared with
     * @param or combines with the test before: by "or" when true
     */
    public record Element(Condition condition, Optional<RanParameterValue> value, Optional<Boolean> or)
            implements Subject {}

    /** RANParameter-TestingCondition. */
    public sealed interface Condition {}

    /** Compare with a value. */
    public record Compared(Comparison comparison) implements Condition {}

    /** Ask for presence. */
    public record Asked(Presence presence) implements Condition {}

    /** How RANParameter-TestingCondition compares. */
    public enum Comparison {
        EQUAL,
        DIFFERENCE,
        GREATER_THAN,
        LESS_THAN,
        CONTAINS,
        STARTS_WITH,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<Comparison> CODEC =
                new Codec.Enumerated<>("ranP-Choice-comparison", List.of(values()), 6, Comparison::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** What RANParameter-TestingCondition asks of a parameter without value. */
    public enum Presence {
        PRESENT,
        CONFIGURED,
        ROLLOVER,
        NON_ZERO,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<Presence> CODEC =
                new Codec.Enumerated<>("ranP-Choice-presence", List.of(values()), 4, Presence::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link RanParameterTest}. */
final class RanParameterTestCodec implements Codec<RanParameterTest> {
    @Override
    public void encode(RanParameterTest value, BitWriter out) {
        out.bit(false);
        RanParameter.id(value.id(), out);
        RanParameterTest.Subject.CODEC.encode(value.subject(), out);
    }

    @Override
    public RanParameterTest decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RanParameterTest test = new RanParameterTest(
                RanParameter.id("ranParameter-ID", in), in.field("ranParameter-Type", RanParameterTest.Subject.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return test;
    }
}
