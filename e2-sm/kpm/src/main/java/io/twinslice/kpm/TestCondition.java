package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.Optional;

/**
 * TestCondInfo: a condition on a UE.
 *
 * <p>E2SM-KPM clause 8.3.
 *
 * @param expression absent when the test type says all
 */
public record TestCondition(Type type, Optional<Expression> expression, Optional<TestValue> value)
        implements MatchingCondition.Criterion {
    public static final Codec<TestCondition> CODEC = new TestConditionCodec();

    /** A complete condition such as "S-NSSAI equals". */
    public TestCondition(Type type, Expression expression, TestValue value) {
        this(type, Optional.of(expression), Optional.of(value));
    }

    /** TestCond-Expression in wire order. */
    public enum Expression {
        EQUAL,
        GREATER_THAN,
        LESS_THAN,
        CONTAINS,
        PRESENT;

        static final Expression[] ALL = values();

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** TestCond-Type in wire order; from UL_RSRP on they are extension alternatives. */
    public enum Type {
        GBR,
        AMBR,
        IS_STAT,
        IS_CAT_M,
        RSRP,
        RSRQ,
        UL_RSRP,
        CQI,
        FIVE_QI,
        QCI,
        S_NSSAI;

        static final Type[] ALL = values();
        static final int ROOT = 6;

        static final Codec<Type> CODEC = new TestTypeCodec();

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link TestCondition}. */
final class TestConditionCodec implements Codec<TestCondition> {
    @Override
    public void encode(TestCondition value, BitWriter out) {
        out.bit(false);
        out.bit(value.expression().isPresent());
        out.bit(value.value().isPresent());
        TestCondition.Type.CODEC.encode(value.type(), out);
        if (value.expression().isPresent()) {
            out.extensibleEnum(value.expression().get().index(), TestCondition.Expression.ALL.length);
        }
        if (value.value().isPresent()) {
            TestValue.CODEC.encode(value.value().get(), out);
        }
    }

    @Override
    public TestCondition decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(3);
        TestCondition condition = new TestCondition(
                in.field("testType", TestCondition.Type.CODEC),
                (preamble & 2) != 0 ? Optional.of(expression(in)) : Optional.empty(),
                (preamble & 1) != 0 ? Optional.of(in.field("testValue", TestValue.CODEC)) : Optional.empty());
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
        return condition;
    }

    private TestCondition.Expression expression(BitReader in) throws DecodeException {
        int item = in.extensibleEnum("testExpr", TestCondition.Expression.ALL.length);
        if (item >= TestCondition.Expression.ALL.length) {
            throw in.malformed("testExpr", "an unknown expression");
        }
        return TestCondition.Expression.ALL[item];
    }
}

/** Both directions of {@link TestCondition.Type}. */
final class TestTypeCodec implements Codec<TestCondition.Type> {
    @Override
    public void encode(TestCondition.Type value, BitWriter out) {
        int index = value.index();
        out.choice(index, TestCondition.Type.ROOT, TestCondition.Type.ALL.length);
        if (index < TestCondition.Type.ROOT) {
            out.extensibleEnum(0, 1);
        } else {
            out.alternative(true, LogicalOr.CODEC);
        }
    }

    @Override
    public TestCondition.Type decode(BitReader in) throws DecodeException {
        int index = in.choice("testType", TestCondition.Type.ROOT, TestCondition.Type.ALL.length);
        if (index >= TestCondition.Type.ALL.length) {
            throw in.malformed("testType", "an unknown test");
        }
        if (index < TestCondition.Type.ROOT) {
            MeasurementLabelCodec.flag(in, "testType");
        } else {
            in.alternative("testType", LogicalOr.CODEC);
        }
        return TestCondition.Type.ALL[index];
    }
}
