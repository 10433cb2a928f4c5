package io.twinslice.sync.drift;

/**
 * A moving sum (Bauer and Hackl, "The use of MOSUMs for quality control", Technometrics 20, 1978): the mean of the last
 * values against the mean of all before, over the deviation of that difference. Where a shift has to be found within
 * some windows this finds more of them than Page-Hinkley, which is the faster one on average.
 */
public final class MovingSum implements DriftDetector {
    /** Values that are held to be new. */
    private final double[] recent;

    private final double limit;
    private long count;
    private double recentSum;
    private double olderMean;
    private double olderSquares;

    /**
     * @param windows how many values are held to be new: about as many as a drift may take to be found, 2..1000
     * @param limit in deviations, above 0
     */
    public MovingSum(int windows, double limit) {
        if (windows < 2 || windows > 1000 || !(limit > 0)) {
            throw new IllegalArgumentException(
                    "2..1000 windows and a limit above 0 are needed, not " + windows + " and " + limit);
        }
        recent = new double[windows];
        this.limit = limit;
    }

    /** For loads whose drift ought to be found within 30 windows, with about half a false alarm in 10⁵ of them. */
    public static MovingSum forLoads() {
        return new MovingSum(28, 4.3);
    }

    @Override
    public boolean observe(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an observation must be finite, not " + value);
        }
        int at = (int) (count++ % recent.length);
        long older = count - recent.length;
        if (older > 0) {
            double off = recent[at] - olderMean;
            olderMean += off / older;
            olderSquares += off * (recent[at] - olderMean);
            recentSum -= recent[at];
        }
        recent[at] = value;
        recentSum += value;
        if (older < PageHinkley.LEARNING) {
            return false;
        }
        double variance = olderSquares / (older - 1) * (1.0 / recent.length + 1.0 / older);
        double apart = recentSum / recent.length - olderMean;
        // A load that never changed has no deviation: a tenth of it is then a drift.
        double least = variance == 0 ? 0.1 * Math.abs(olderMean) : limit * Math.sqrt(variance);
        if (Math.abs(apart) > least) {
            reset();
            return true;
        }
        return false;
    }

    @Override
    public void reset() {
        count = 0;
        recentSum = 0;
        olderMean = 0;
        olderSquares = 0;
    }

    @Override
    public double mean() {
        long older = Math.max(0, count - recent.length);
        return count == 0 ? 0 : (olderMean * older + recentSum) / count;
    }

    @Override
    public long observations() {
        return count;
    }
}
