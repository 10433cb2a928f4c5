package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * BinRangeDefinition: the bins of a distribution in up to three dimensions.
 *
 * <p>E2SM-KPM clause 8.3.
 *
 * @param x at least one bin
 * @param y empty when there is no second dimension
 * @param z empty when there is no third dimension
 */
public record BinRanges(List<Bin> x, List<Bin> y, List<Bin> z) {
    public static final Codec<BinRanges> CODEC = new BinRangesCodec();

    public BinRanges {
        x = FixedList.copyOf(x);
        y = FixedList.copyOf(y);
        z = FixedList.copyOf(z);
    }

    /**
     * BinRangeItem.
     *
     * @param index 1..65535 by the text in force
     */
    public record Bin(long index, Bound start, Bound end) {
        static final Codec<Bin> CODEC = new Codec<>() {
            @Override
            public void encode(Bin value, BitWriter out) {
                out.bit(false);
                out.extensibleInteger(value.index, 1, 65535);
                Bound.CODEC.encode(value.start, out);
                Bound.CODEC.encode(value.end, out);
            }

            @Override
            public Bin decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Bin bin = new Bin(
                        in.extensibleInteger("binIndex", 1, 65535),
                        in.field("startValue", Bound.CODEC),
                        in.field("endValue", Bound.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return bin;
            }
        };
    }

    /** BinRangeValue: where a bin starts or ends. */
    public sealed interface Bound {
        Codec<Bound> CODEC = new Codec<>() {
            @Override
            public void encode(Bound value, BitWriter out) {
                switch (value) {
                    case IntegerBound integer -> {
                        out.choice(0, 2);
                        out.integer(integer.value);
                    }
                    case RealBound real -> {
                        out.choice(1, 2);
                        out.real(real.value);
                    }
                }
            }

            @Override
            public Bound decode(BitReader in) throws DecodeException {
                return switch (in.choice("binRange", 2)) {
                    case 0 -> new IntegerBound(in.integer("valueInt"));
                    case 1 -> new RealBound(in.real("valueReal"));
                    default -> throw in.malformed("binRange", "a bound of unknown kind");
                };
            }
        };
    }

    /** An integer bound. */
    public record IntegerBound(long value) implements Bound {}

    /** A real bound. */
    public record RealBound(double value) implements Bound {}
}

/** Both directions of {@link BinRanges}. */
final class BinRangesCodec implements Codec<BinRanges> {
    @Override
    public void encode(BinRanges value, BitWriter out) {
        out.bit(false);
        out.bit(!value.y().isEmpty());
        out.bit(!value.z().isEmpty());
        out.list(value.x(), 1, 65535, BinRanges.Bin.CODEC);
        if (!value.y().isEmpty()) {
            out.list(value.y(), 1, 65535, BinRanges.Bin.CODEC);
        }
        if (!value.z().isEmpty()) {
            out.list(value.z(), 1, 65535, BinRanges.Bin.CODEC);
        }
    }

    @Override
    public BinRanges decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(3);
        BinRanges ranges = new BinRanges(
                in.list("binRangeListX", 1, 65535, BinRanges.Bin.CODEC),
                (preamble & 2) != 0 ? in.list("binRangeListY", 1, 65535, BinRanges.Bin.CODEC) : List.of(),
                (preamble & 1) != 0 ? in.list("binRangeListZ", 1, 65535, BinRanges.Bin.CODEC) : List.of());
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
        return ranges;
    }
}
