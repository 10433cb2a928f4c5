package io.twinslice.lab.report;

/**
 * A number with its confidence interval. All three are finite and low ≤ high; the value may lie outside of an interval
 * that was found by resampling.
 */
public record Estimate(double value, double low, double high) {
    public Estimate {
        if (!Double.isFinite(value) || !Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException(
                    "an estimate needs finite numbers with low <= high, not " + value + " in " + low + ".." + high);
        }
    }

    /** A number known exactly. */
    public static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }
}
