package io.twinslice.evaluation.scores;

import java.util.Arrays;

/**
 * A figure with its 95 % confidence interval.
 *
 * @param value the figure
 * @param low lower end, at most {@code high}
 * @param high upper end
 */
public record Interval(double value, double low, double high) {
    public Interval {
        if (Double.isNaN(value) || !(low <= high)) {
            throw new IllegalArgumentException(value + " in " + low + ".." + high + " is no interval");
        }
    }

    /**
     * The percentile interval of a bootstrap: the 2.5th and the 97.5th percentile of the resampled figures.
     *
     * @param resampled figures of the resamples, at least 40; sorted by the call
     */
    public static Interval ofPercentiles(double value, double[] resampled) {
        if (resampled.length < 40) {
            throw new IllegalArgumentException(resampled.length + " resamples have no 2.5th percentile");
        }
        Arrays.sort(resampled);
        int tail = resampled.length / 40;
        return new Interval(value, resampled[tail - 1], resampled[resampled.length - tail]);
    }

    /** Half the distance of the ends. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** Whether zero lies outside. */
    public boolean isClear() {
        return low > 0 || high < 0;
    }
}
