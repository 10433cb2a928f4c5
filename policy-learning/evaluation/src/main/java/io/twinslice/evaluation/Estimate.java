package io.twinslice.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A mean over episodes with its 95 % bootstrap percentile interval.
 *
 * @param mean of the episodes; NaN when there were none
 * @param low 2.5th percentile of the resampled means
 * @param high 97.5th percentile of the resampled means
 */
public record Estimate(double mean, double low, double high) {
    /** Resamples behind each interval. */
    public static final int RESAMPLES = 2000;

    /**
     * Estimates from one value for each episode.
     *
     * @param seed of the resampling; the same seed gives the same interval
     */
    public static Estimate of(double[] values, long seed) {
        if (values.length == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[r] = sum / values.length;
        }
        Arrays.sort(means);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return new Estimate(sum / values.length, means[RESAMPLES / 40 - 1], means[RESAMPLES - RESAMPLES / 40]);
    }

    /** Whether zero lies outside the interval. */
    public boolean isSignificant() {
        return low > 0 || high < 0;
    }
}
