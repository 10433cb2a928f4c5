package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * MatchingUeCondPerSubItem: one condition that selects the UEs of a report.
 *
 * <p>E2SM-KPM clause 8.3.
 *
 * @param or combines with the condition before by "or" instead of "and" (an extension addition of v02.03)
 */
public record UeCondition(TestCondition test, boolean or) {
    public static final Codec<UeCondition> CODEC = new UeConditionCodec();
}

/** Both directions of {@link UeCondition}. */
final class UeConditionCodec implements Codec<UeCondition> {
    @Override
    public void encode(UeCondition value, BitWriter out) {
        out.bit(value.or());
        TestCondition.CODEC.encode(value.test(), out);
        if (value.or()) {
            out.additions(1, 1);
            out.openType(true, LogicalOr.CODEC);
        }
    }

    @Override
    public UeCondition decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        TestCondition test = in.field("testCondInfo", TestCondition.CODEC);
        if (!extended) {
            return new UeCondition(test, false);
        }
        long additions = in.additions();
        boolean or = (additions & 1) != 0 && in.openType("logicalOR", LogicalOr.CODEC);
        in.skipAdditions(additions, 1);
        return new UeCondition(test, or);
    }
}
