package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * MatchingCondItem: one condition of a list.
 *
 * <p>E2SM-KPM clause 8.3.
 *
 * @param or combines with the condition before by "or" instead of "and"
 */
public record MatchingCondition(Criterion criterion, boolean or) {
    public static final Codec<MatchingCondition> CODEC = new MatchingConditionCodec();

    /** What is matched: a label or a property of the UE. */
    public sealed interface Criterion permits MeasurementLabel, TestCondition {}
}

/** Both directions of {@link MatchingCondition}. */
final class MatchingConditionCodec implements Codec<MatchingCondition> {
    @Override
    public void encode(MatchingCondition value, BitWriter out) {
        out.bits(value.or() ? 1 : 0, 2);
        switch (value.criterion()) {
            case MeasurementLabel label -> {
                out.choice(0, 2);
                MeasurementLabel.CODEC.encode(label, out);
            }
            case TestCondition test -> {
                out.choice(1, 2);
                TestCondition.CODEC.encode(test, out);
            }
        }
        if (value.or()) {
            out.extensibleEnum(0, 1);
        }
    }

    @Override
    public MatchingCondition decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        MatchingCondition.Criterion criterion = switch (in.choice("matchingCondChoice", 2)) {
            case 0 -> in.field("measLabel", MeasurementLabel.CODEC);
            case 1 -> in.field("testCondInfo", TestCondition.CODEC);
            default -> throw in.malformed("matchingCondChoice", "a condition of unknown kind");
        };
        boolean or = (preamble & 1) != 0;
        if (or) {
            MeasurementLabelCodec.flag(in, "logicalOR");
        }
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return new MatchingCondition(criterion, or);
    }
}
