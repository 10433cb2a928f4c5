package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * MeasurementRecordItem: one measured value.
 *
 * <p>E2SM-KPM clause 8.3.
 */
public sealed interface MeasurementValue {
    /** The node has nothing to report. */
    MeasurementValue NO_VALUE = new NoValue();

    Codec<MeasurementValue> CODEC = new MeasurementValueCodec();

    /** A count, 0..4294967295. */
    record IntegerValue(long value) implements MeasurementValue {
        public IntegerValue {
            if (value < 0 || value > ActionFormat.UINT32) {
                throw new IllegalArgumentException("an integer measurement is 0..4294967295, not " + value);
            }
        }
    }

    /** A real number. */
    record RealValue(double value) implements MeasurementValue {}

    /** No value. */
    record NoValue() implements MeasurementValue {}
}

/** Both directions of {@link MeasurementValue}. */
final class MeasurementValueCodec implements Codec<MeasurementValue> {
    @Override
    public void encode(MeasurementValue value, BitWriter out) {
        switch (value) {
            case MeasurementValue.IntegerValue integer -> {
                out.choice(0, 3);
                out.integer(integer.value(), 0, ActionFormat.UINT32);
            }
            case MeasurementValue.RealValue real -> {
                out.choice(1, 3);
                out.real(real.value());
            }
            case MeasurementValue.NoValue ignored -> out.choice(2, 3);
        }
    }

    @Override
    public MeasurementValue decode(BitReader in) throws DecodeException {
        return switch (in.choice("measRecord", 3)) {
            case 0 -> new MeasurementValue.IntegerValue(in.integer("integer", 0, ActionFormat.UINT32));
            case 1 -> new MeasurementValue.RealValue(in.real("real"));
            case 2 -> MeasurementValue.NO_VALUE;
            default -> throw in.malformed("measRecord", "a value of unknown kind");
        };
    }
}
