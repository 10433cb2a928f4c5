package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * MeasurementCondItem: one measurement over the UEs that match.
 *
 * <p>E2SM-KPM clause 8.3.
 *
 * @param conditions at least one
 * @param bins an extension addition
 */
public record ConditionalMeasurement(
        MeasurementType type, List<MatchingCondition> conditions, Optional<BinRanges> bins) {
    public static final Codec<ConditionalMeasurement> CODEC = new ConditionalMeasurementCodec();

    public ConditionalMeasurement {
        conditions = FixedList.copyOf(conditions);
    }

    /** The extension additions of a SEQUENCE whose only one is binRangeDef. */
    static Optional<BinRanges> bins(BitReader in) throws DecodeException {
        long additions = in.additions();
        Optional<BinRanges> bins =
                (additions & 1) != 0 ? Optional.of(in.openType("binRangeDef", BinRanges.CODEC)) : Optional.empty();
        in.skipAdditions(additions, 1);
        return bins;
    }
}

/** Both directions of {@link ConditionalMeasurement}. */
final class ConditionalMeasurementCodec implements Codec<ConditionalMeasurement> {
    @Override
    public void encode(ConditionalMeasurement value, BitWriter out) {
        if (out.flattened()) {
            out.bit(false);
        }
        out.bit(value.bins().isPresent());
        MeasurementType.CODEC.encode(value.type(), out);
        out.list(value.conditions(), 1, 32768, MatchingCondition.CODEC);
        if (value.bins().isPresent() && out.flattened()) {
            BinRanges.CODEC.encode(value.bins().get(), out);
        } else if (value.bins().isPresent()) {
            out.additions(1, 1);
            out.openType(value.bins().get(), BinRanges.CODEC);
        }
    }

    @Override
    public ConditionalMeasurement decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        boolean inRoot = in.flattened() && in.bool("binRangeDef");
        MeasurementType type = in.field("measType", MeasurementType.CODEC);
        List<MatchingCondition> conditions = in.list("matchingCond", 1, 32768, MatchingCondition.CODEC);
        Optional<BinRanges> bins = inRoot ? Optional.of(in.field("binRangeDef", BinRanges.CODEC)) : Optional.empty();
        if (extended && in.flattened()) {
            in.skipAdditions();
        } else if (extended) {
            bins = ConditionalMeasurement.bins(in);
        }
        return new ConditionalMeasurement(type, conditions, bins);
    }
}
