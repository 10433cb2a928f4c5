package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.Optional;

/**
 * TestCondInfo: a condition on a UE.
 *
 * @param expression absent when the test type says all
 */
public record TestCondition(TestType type, Optional<TestExpression> expression, Optional<TestValue> value)
        implements MatchingCondition.Criterion {
    public static final Codec<TestCondition> CODEC = new TestConditionCodec();

    /** A complete condition such as "S-NSSAI equals". */
    public TestCondition(TestType type, TestExpression expression, TestValue value) {
        this(type, Optional.of(expression), Optional.of(value));
    }
}

/** Both directions of {@link TestCondition}. */
final class TestConditionCodec implements Codec<TestCondition> {
    @Override
    public void encode(TestCondition value, BitWriter out) {
        out.bit(false);
        out.bit(value.expression().isPresent());
        out.bit(value.value().isPresent());
        TestType.CODEC.encode(value.type(), out);
        if (value.expression().isPresent()) {
            out.extensibleEnum(value.expression().get().index(), TestExpression.ALL.length);
        }
        if (value.value().isPresent()) {
            TestValue.CODEC.encode(value.value().get(), out);
        }
    }

    @Override
    public TestCondition decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(3);
        TestCondition condition = new TestCondition(
                in.field("testType", TestType.CODEC),
                (preamble & 2) != 0 ? Optional.of(expression(in)) : Optional.empty(),
                (preamble & 1) != 0 ? Optional.of(in.field("testValue", TestValue.CODEC)) : Optional.empty());
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
        return condition;
    }

    private TestExpression expression(BitReader in) throws DecodeException {
        int item = in.extensibleEnum("testExpr", TestExpression.ALL.length);
        if (item >= TestExpression.ALL.length) {
            throw in.malformed("testExpr", "an unknown expression");
        }
        return TestExpression.ALL[item];
    }
}
