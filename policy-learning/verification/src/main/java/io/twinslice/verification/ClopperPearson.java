package io.twinslice.verification;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Exact one-sided bounds of a probability from k events in n independent trials (Clopper and Pearson, Biometrika 1934).
 * They hold for an n that was fixed beforehand, never for "until it passes".
 */
public final class ClopperPearson {
    private static final double ACCURACY = 1e-13;

    private ClopperPearson() {}

    /**
     * The probability is at most this, with confidence 1 − delta.
     *
     * @param k events, 0..n
     * @param n trials, at least 1
     * @param delta error probability, in (0, 1)
     */
    public static double upperBound(int k, int n, double delta) {
        check(k, n, delta);
        if (k == n) {
            return 1;
        }
        if (k == 0) {
            return 1 - StrictMath.pow(delta, 1.0 / n);
        }
        return new BetaDistribution(null, k + 1.0, n - k, ACCURACY).inverseCumulativeProbability(1 - delta);
    }

    /** The probability is at least this, with confidence 1 − delta; parameters as above. */
    public static double lowerBound(int k, int n, double delta) {
        return 1 - upperBound(n - k, n, delta);
    }

    /**
     * The most events in n trials that still bound the probability by the limit; −1 when not even none do.
     *
     * @param limit in (0, 1)
     */
    public static int allowedEvents(int n, double limit, double delta) {
        int low = -1;
        int high = n;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (upperBound(middle, n, delta) <= limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The fewest trials in which k events still bound the probability by the limit. */
    public static int trialsNeeded(int k, double limit, double delta) {
        int high = k + 1;
        while (upperBound(k, high, delta) > limit) {
            high = Math.multiplyExact(high, 2);
        }
        int low = k;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (upperBound(k, middle, delta) <= limit) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static void check(int k, int n, double delta) {
        if (n < 1 || k < 0 || k > n || !(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException(
                    "needs 0 <= k <= n, n >= 1 and delta in (0, 1), not " + k + ", " + n + ", " + delta);
        }
    }
}
