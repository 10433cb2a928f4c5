package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitString;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;

/**
 * RANParameter-Value: the content of an ELEMENT.
 *
 * <p>E2SM-RC clause 9.3.
 */
public sealed interface RanParameterValue {
    Codec<RanParameterValue> CODEC = new RanParameterValueCodec();

    /** A truth value. */
    record BooleanValue(boolean value) implements RanParameterValue {}

    /** An integer of at most 64 bits. */
    record IntegerValue(long value) implements RanParameterValue {}

    /** A real number. */
    record RealValue(double value) implements RanParameterValue {}

    /** Bits. */
    record BitsValue(BitString value) implements RanParameterValue {}

    /** Octets. */
    record OctetsValue(Octets value) implements RanParameterValue {}

    /** Printable characters. */
    record TextValue(String value) implements RanParameterValue {}
}

/** Both directions of {@link RanParameterValue}. */
final class RanParameterValueCodec implements Codec<RanParameterValue> {
    private static final int ROOT = 6;

    @Override
    public void encode(RanParameterValue value, BitWriter out) {
        switch (value) {
            case RanParameterValue.BooleanValue v -> {
                out.choice(0, ROOT);
                out.bit(v.value());
            }
            case RanParameterValue.IntegerValue v -> {
                out.choice(1, ROOT);
                out.integer(v.value());
            }
            case RanParameterValue.RealValue v -> {
                out.choice(2, ROOT);
                out.real(v.value());
            }
            case RanParameterValue.BitsValue v -> {
                out.choice(3, ROOT);
                out.bitString(v.value());
            }
            case RanParameterValue.OctetsValue v -> {
                out.choice(4, ROOT);
                out.octets(v.value());
            }
            case RanParameterValue.TextValue v -> {
                out.choice(5, ROOT);
                out.string(v.value());
            }
        }
    }

    @Override
    public RanParameterValue decode(BitReader in) throws DecodeException {
        return switch (in.choice("ranParameter-value", ROOT)) {
            case 0 -> new RanParameterValue.BooleanValue(in.bool("valueBoolean"));
            case 1 -> new RanParameterValue.IntegerValue(in.integer("valueInt"));
            case 2 -> new RanParameterValue.RealValue(in.real("valueReal"));
            case 3 -> new RanParameterValue.BitsValue(in.bitString("valueBitS"));
            case 4 -> new RanParameterValue.OctetsValue(in.octets("valueOctS"));
            case 5 -> new RanParameterValue.TextValue(in.string("valuePrintableString"));
            default -> throw in.malformed("ranParameter-value", "a value of unknown kind");
        };
    }
}
