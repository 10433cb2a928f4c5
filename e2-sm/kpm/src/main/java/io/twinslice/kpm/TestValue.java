package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitString;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;

/**
 * TestCond-Value: what a UE's property is compared with.
 *
 * <p>E2SM-KPM clause 8.3.
 */
public sealed interface TestValue {
    Codec<TestValue> CODEC = new TestValueCodec();

    /** An integer. */
    record IntegerValue(long value) implements TestValue {}

    /** The number of an enumeration item. */
    record EnumValue(long value) implements TestValue {}

    /** A truth value. */
    record BooleanValue(boolean value) implements TestValue {}

    /** Bits. */
    record BitsValue(BitString value) implements TestValue {}

    /** Octets, such as an S-NSSAI of 1 or 4. */
    record OctetsValue(Octets value) implements TestValue {}

    /** Printable characters. */
    record TextValue(String value) implements TestValue {}

    /** A real number. */
    record RealValue(double value) implements TestValue {
        static final Codec<RealValue> CODEC = new Codec<>() {
            @Override
            public void encode(RealValue value, BitWriter out) {
                out.real(value.value);
            }

            @Override
            public RealValue decode(BitReader in) throws DecodeException {
                return new RealValue(in.real("valueReal"));
            }
        };
    }
}

/** Both directions of {@link TestValue}. */
final class TestValueCodec implements Codec<TestValue> {
    private static final int ROOT = 6;

    @Override
    public void encode(TestValue value, BitWriter out) {
        switch (value) {
            case TestValue.IntegerValue v -> {
                out.choice(0, ROOT, 7);
                out.integer(v.value());
            }
            case TestValue.EnumValue v -> {
                out.choice(1, ROOT, 7);
                out.integer(v.value());
            }
            case TestValue.BooleanValue v -> {
                out.choice(2, ROOT, 7);
                out.bit(v.value());
            }
            case TestValue.BitsValue v -> {
                out.choice(3, ROOT, 7);
                out.bitString(v.value());
            }
            case TestValue.OctetsValue v -> {
                out.choice(4, ROOT, 7);
                out.octets(v.value());
            }
            case TestValue.TextValue v -> {
                out.choice(5, ROOT, 7);
                out.string(v.value());
            }
            case TestValue.RealValue v -> {
                out.choice(6, ROOT, 7);
                out.alternative(v, TestValue.RealValue.CODEC);
            }
        }
    }

    @Override
    public TestValue decode(BitReader in) throws DecodeException {
        return switch (in.choice("testValue", ROOT, 7)) {
            case 0 -> new TestValue.IntegerValue(in.integer("valueInt"));
            case 1 -> new TestValue.EnumValue(in.integer("valueEnum"));
            case 2 -> new TestValue.BooleanValue(in.bool("valueBool"));
            case 3 -> new TestValue.BitsValue(in.bitString("valueBitS"));
            case 4 -> new TestValue.OctetsValue(in.octets("valueOctS"));
            case 5 -> new TestValue.TextValue(in.string("valuePrtS"));
            case 6 -> in.alternative("valueReal", TestValue.RealValue.CODEC);
            default -> throw in.malformed("testValue", "a value of unknown kind");
        };
    }
}
