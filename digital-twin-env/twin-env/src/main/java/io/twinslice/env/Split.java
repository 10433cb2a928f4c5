package io.twinslice.env;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Which part of a scenario's episodes is meant: what is learned from, what is chosen by, and what is reported never
 * meet. The splits share neither seeds nor any value of a parameter that is drawn from an interval, yet each of them
 * spreads over the whole interval.
 */
public enum Split {
    /** The whole of every interval: a scenario that is not split. */
    WHOLE(-1, "0123456789"),
    /** What policies are learned from. */
    TRAIN(0, "014589"),
    /** What they are chosen by. */
    VALIDATION(1, "27"),
    /** What is reported. */
    TEST(2, "36");

    private static final long SEEDS = 1_000_000_000L;
    private static final int MOST = 1_000_000;

    private final int place;
    /** The tenths of every interval that belong to the split, one digit each. */
    private final String tenths;

    Split(int place, String tenths) {
        this.place = place;
        this.tenths = tenths;
    }

    /** Whether an item of a list that the splits divide among themselves, round robin, is of this split. */
    boolean has(int item) {
        return this == WHOLE || item % 3 == place;
    }

    /** The share of an interval that a uniform draw in [0, 1) stands for in this split. */
    double share(double uniform) {
        if (this == WHOLE) {
            return uniform;
        }
        double at = uniform * tenths.length();
        int cell = (int) at;
        return (tenths.charAt(cell) - '0' + (at - cell)) / 10;
    }

    /**
     * The first seeds of the split.
     *
     * @param count 1..1000000
     */
    public List<Long> seeds(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("a split has 1.." + MOST + " seeds, not " + count);
        }
        long first = (place + 2) * SEEDS;
        return LongStream.range(first, first + count).boxed().toList();
    }
}
