package io.twinslice.sync.drift;

/**
 * The test of Page (Biometrika 41, 1954) and Hinkley (Biometrika 58, 1971) for a rise or a fall of the mean.
 *
 * <p>A rise is m(T) = Σ (x(t) − x̄(t) − δ) with x̄(t) the mean so far; the alarm comes when m(T) − min m(t) exceeds λ.
 * The sum is kept as g = max(0, g + x − x̄ − δ), which is that difference. A fall is the mirror image.
 *
 * <p>{@link #PageHinkley(double, double)} takes δ and λ as they are. {@link #forShift} takes what people know: the
 * shift that matters, a share of which is δ, and how often a false alarm may come. λ then follows from the deviation
 * that was seen, by Siegmund's approximation of the mean time to a false alarm ("Sequential Analysis", 1985, equation
 * 2.57), and no alarm is given before {@value #LEARNING} observations.
 */
public final class PageHinkley implements DriftDetector {
    /** Observations from which a detector made by {@link #forShift} learns mean and deviation before it may alarm. */
    public static final int LEARNING = 50;

    /**
     * For {@link #forRelativeShift}: at most one false alarm in 10⁵ windows of a load, with the margin that it needs.
     */
    public static final double FALSE_ALARMS = 6e-6;

    /** Overshoot of a Gaussian random walk over its limit, in deviations (Siegmund). */
    private static final double OVERSHOOT = 1.166;

    /** A limit is never lower than this many deviations: real loads have heavier tails than a Gaussian. */
    private static final double LOWEST_LIMIT = 6;

    /**
     * The tolerance as a share of the shift that matters. A half gives the shortest mean delay; a little less loses a
     * window of that and saves three of the slowest twentieth.
     */
    private static final double TOLERANCE = 0.4;

    /** Observations between two looks at the limit, which changes slowly. */
    private static final int LOOK = 10;

    private final double relativeShift;
    private final double absoluteShift;
    private final double runLength;

    private double tolerance;
    private double limit;
    private long count;
    private double mean;
    private double squares;
    private double rise;
    private double fall;

    /**
     * The literal test.
     *
     * @param tolerance δ, in units of the stream, at least 0
     * @param limit λ, in units of the stream, above 0
     */
    public PageHinkley(double tolerance, double limit) {
        if (!(tolerance >= 0) || !(limit > 0)) {
            throw new IllegalArgumentException(
                    "a tolerance of at least 0 and a limit above 0 are needed, not " + tolerance + " and " + limit);
        }
        this.tolerance = tolerance;
        this.limit = limit;
        relativeShift = 0;
        absoluteShift = 0;
        runLength = 0;
    }

    private PageHinkley(double relativeShift, double absoluteShift, double falseAlarms) {
        if (!(falseAlarms > 0 && falseAlarms < 0.01)) {
            throw new IllegalArgumentException("falseAlarms must be above 0 and below 0.01, not " + falseAlarms);
        }
        if (!(relativeShift >= 0 && absoluteShift >= 0 && relativeShift + absoluteShift > 0)) {
            throw new IllegalArgumentException("the shift must be above 0");
        }
        this.relativeShift = relativeShift;
        this.absoluteShift = absoluteShift;
        // Two sides share the alarms.
        runLength = 2 / falseAlarms;
        limit = Double.POSITIVE_INFINITY;
    }

    /**
     * For streams whose shift matters in relation to their mean, such as loads.
     *
     * @param shift smallest shift that matters, as a share of the mean, above 0
     * @param falseAlarms in an observation of a steady stream, above 0 and below 0.01; exact for independent Gaussian
     *     values with a known mean, so leave a margin
     */
    public static PageHinkley forRelativeShift(double shift, double falseAlarms) {
        return new PageHinkley(shift, 0, falseAlarms);
    }

    /**
     * For streams whose shift matters as such, such as CQI.
     *
     * @param shift in units of the stream, above 0
     * @param falseAlarms as in {@link #forRelativeShift}
     */
    public static PageHinkley forShift(double shift, double falseAlarms) {
        return new PageHinkley(0, shift, falseAlarms);
    }

    @Override
    public boolean observe(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an observation must be finite, not " + value);
        }
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
        if (runLength > 0) {
            if (count <= LEARNING) {
                if (count == LEARNING) {
                    adapt();
                }
                return false;
            }
            if (count % LOOK == 0) {
                adapt();
            }
        }
        rise = Math.max(0, rise + value - mean - tolerance);
        fall = Math.max(0, fall - value + mean - tolerance);
        if (rise > limit || fall > limit) {
            reset();
            return true;
        }
        return false;
    }

    /** Sets tolerance and limit by what was seen. */
    private void adapt() {
        double deviation = Math.sqrt(squares / (count - 1));
        tolerance = TOLERANCE * (absoluteShift + relativeShift * Math.abs(mean));
        if (deviation == 0) {
            limit = tolerance;
            return;
        }
        limit = Math.max(tolerance, deviation * limit(tolerance / deviation, runLength));
    }

    /**
     * The limit in deviations that a one-sided sum with this tolerance (in deviations) crosses once in so many
     * observations: solves (exp(2kb) − 2kb − 1) / 2k² = runLength for b = limit + overshoot.
     */
    static double limit(double tolerance, double runLength) {
        double k = Math.max(1e-3, tolerance);
        double low = 0;
        double high = 1;
        while (meanTime(k, high) < runLength) {
            high *= 2;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (meanTime(k, middle) < runLength) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.max(LOWEST_LIMIT, high - OVERSHOOT);
    }

    private static double meanTime(double k, double b) {
        double x = 2 * k * b;
        return (StrictMath.expm1(x) - x) / (2 * k * k);
    }

    @Override
    public void reset() {
        count = 0;
        mean = 0;
        squares = 0;
        rise = 0;
        fall = 0;
        if (runLength > 0) {
            limit = Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public long observations() {
        return count;
    }
}
