package io.twinslice.sync.fidelity;

/**
 * What a mirror is measured by. A value in the green range is good, one outside of the wider range is bad, and one
 * between the two is amber.
 */
public enum Axis {
    /** Age of information of the values that are shown, 99th percentile, in report periods. */
    FRESHNESS(0, 2, 0, 5),
    /** Normalised first Wasserstein distance of the delivered volume in a window. */
    RATE_W1(0, 0.15, 0, 0.30),
    /** The same of the PRBs used. */
    PRB_W1(0, 0.30, 0, 0.60),
    /** The same of the mean delay. */
    DELAY_W1(0, 0.30, 0, 0.60),
    /** The same of the mean CQI. */
    CQI_W1(0, 0.30, 0, 0.60),
    /** Root mean square error of the delivered rate in a second, over its mean. */
    THROUGHPUT_NRMSE(0, 0.10, 0, 0.20),
    /** Relative error of the 99th percentile of the mean delay of a window. */
    TAIL_DELAY(0, 0.15, 0, 0.30),
    /** What a forecast is better than the last value by: one less the ratio of their root mean square errors. */
    SKILL(0, 1, -0.05, 1),
    /** Share of the forecasts' 90 % intervals that held. */
    COVERAGE(0.87, 0.93, 0.80, 0.98),
    /** Share of the quota changes to which mirror and cell respond in the same direction. */
    SIGN_AGREEMENT(0.95, 1, 0.85, 1),
    /** How strongly the mirror responds where the cell responds by one. */
    RESPONSE_SLOPE(0.8, 1.25, 0.6, 1.67);

    private final double greenLow;
    private final double greenHigh;
    private final double low;
    private final double high;

    Axis(double greenLow, double greenHigh, double low, double high) {
        this.greenLow = greenLow;
        this.greenHigh = greenHigh;
        this.low = low;
        this.high = high;
    }

    /** What the gate says; NaN is unknown. */
    public Light judge(double value) {
        if (Double.isNaN(value)) {
            return Light.UNKNOWN;
        }
        if (value >= greenLow && value <= greenHigh) {
            return Light.GREEN;
        }
        return value >= low && value <= high ? Light.AMBER : Light.RED;
    }

    /** Least value that is green. */
    public double greenLow() {
        return greenLow;
    }

    /** Largest value that is green. */
    public double greenHigh() {
        return greenHigh;
    }
}
