package io.twinslice.sync.drift;

import java.util.Arrays;

/**
 * Adaptive windowing, ADWIN2 of Bifet and Gavaldà, "Learning from Time-Changing Data with Adaptive Windowing" (SDM
 * 2007): the longest recent window whose older and newer part cannot be told apart. What is found older is dropped.
 *
 * <p>The window is an exponential histogram: in row i are at most {@value #BUCKETS} buckets of 2^i values each, with
 * sum and squared deviation; one more, and the two oldest of the row become one in the next. So memory and the number
 * of cuts are logarithmic. At each cut into n0 older and n1 newer values, with 1/m = 1/n0 + 1/n1, L = ln(2 / δ′) and δ′
 * = δ / ln n, the older part is dropped when the means differ by more than √(2/m · σ² · L) + 2/(3m) · L · tail.
 *
 * <p>With {@code tail} = 1 and values in 0..1 this is the paper's test. Its second term protects small parts of which
 * nothing is known but the range; for a load it costs more time than a drift may take. {@code tail} = 0 is the normal
 * approximation that the paper begins with: then a part has at least {@value #SMALLEST_PART} values, and how often it
 * gives a false alarm is measured and not proved.
 */
public final class Adwin implements DriftDetector {
    /** Confidence at which the normal approximation gives at most one false alarm in 10⁵ windows of a load. */
    public static final double CONFIDENCE = 1e-4;

    private static final int BUCKETS = 5;
    private static final int ROWS = 24;
    private static final int SMALLEST_PART = 5;
    private static final int SMALLEST_WINDOW = 20;

    private final double delta;
    private final double tail;

    /** Per row the oldest bucket first. */
    private final double[] sums = new double[ROWS * (BUCKETS + 1)];

    private final double[] squares = new double[ROWS * (BUCKETS + 1)];
    private final int[] used = new int[ROWS];
    private int rows;
    private long count;
    private double sum;
    private double square;

    /**
     * @param delta δ, above 0 and below 1
     * @param tail weight of the paper's second term, in units of the stream's range; at least 0
     */
    public Adwin(double delta, double tail) {
        if (!(delta > 0 && delta < 1) || !(tail >= 0)) {
            throw new IllegalArgumentException(
                    "delta must be above 0 and below 1 and tail at least 0, not " + delta + " and " + tail);
        }
        this.delta = delta;
        this.tail = tail;
    }

    /** The normal approximation at {@link #CONFIDENCE}. */
    public static Adwin forLoads() {
        return new Adwin(CONFIDENCE, 0);
    }

    @Override
    public boolean observe(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an observation must be finite, not " + value);
        }
        insert(value);
        boolean found = false;
        while (count >= SMALLEST_WINDOW && isCut()) {
            found = true;
            dropOldest();
        }
        return found;
    }

    private void insert(double value) {
        if (count > 0) {
            double off = value - sum / count;
            square += off * off * count / (count + 1);
        }
        sum += value;
        count++;
        put(0, value, 0);
        for (int row = 0; used[row] > BUCKETS; row++) {
            if (row == ROWS - 1) {
                dropOldest();
                return;
            }
            int at = row * (BUCKETS + 1);
            double size = 1 << row;
            double apart = (sums[at] - sums[at + 1]) / size;
            put(row + 1, sums[at] + sums[at + 1], squares[at] + squares[at + 1] + apart * apart * size / 2);
            remove(row, 2);
        }
    }

    private void put(int row, double bucketSum, double bucketSquare) {
        int at = row * (BUCKETS + 1) + used[row]++;
        sums[at] = bucketSum;
        squares[at] = bucketSquare;
        rows = Math.max(rows, row + 1);
    }

    private void remove(int row, int buckets) {
        int at = row * (BUCKETS + 1);
        used[row] -= buckets;
        System.arraycopy(sums, at + buckets, sums, at, used[row]);
        System.arraycopy(squares, at + buckets, squares, at, used[row]);
    }

    private void dropOldest() {
        int row = rows - 1;
        int at = row * (BUCKETS + 1);
        double size = 1 << row;
        long left = count - (1 << row);
        double leftSum = sum - sums[at];
        double apart = sums[at] / size - leftSum / left;
        square = Math.max(0, square - squares[at] - apart * apart * size * left / count);
        sum = leftSum;
        count = left;
        remove(row, 1);
        while (rows > 0 && used[rows - 1] == 0) {
            rows--;
        }
    }

    /** Whether older and newer part differ at any cut between two buckets. */
    private boolean isCut() {
        double variance = square / count;
        double confidence = StrictMath.log(2 * StrictMath.log((double) count) / delta);
        double olderCount = 0;
        double olderSum = 0;
        for (int row = rows - 1; row >= 0; row--) {
            double size = 1 << row;
            int at = row * (BUCKETS + 1);
            for (int bucket = 0; bucket < used[row]; bucket++) {
                olderCount += size;
                olderSum += sums[at + bucket];
                double newerCount = count - olderCount;
                if (newerCount < SMALLEST_PART) {
                    return false;
                }
                if (olderCount >= SMALLEST_PART) {
                    double apart = olderSum / olderCount - (sum - olderSum) / newerCount;
                    double inverse = 1 / olderCount + 1 / newerCount;
                    double excess = Math.abs(apart) - 2.0 / 3 * inverse * confidence * tail;
                    if (excess > 0 && excess * excess > 2 * inverse * variance * confidence) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Override
    public void reset() {
        Arrays.fill(used, 0);
        rows = 0;
        count = 0;
        sum = 0;
        square = 0;
    }

    @Override
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }

    @Override
    public long observations() {
        return count;
    }

    /** Mean squared deviation of the window. */
    double variance() {
        return count == 0 ? 0 : square / count;
    }

    /** Buckets in use: the memory that the window takes. */
    int buckets() {
        return Arrays.stream(used).sum();
    }
}
