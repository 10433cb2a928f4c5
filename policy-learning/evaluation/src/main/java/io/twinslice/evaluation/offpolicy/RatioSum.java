package io.twinslice.evaluation.offpolicy;

import io.twinslice.evaluation.scores.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * An estimate of the form Σₖ Σᵢ nᵢₖ / Σᵢ dᵢₖ over clusters i: a mean when all d are counts, a self-normalised one when
 * they are weights.
 *
 * <p>Its interval is the hull of the percentile interval and of the bootstrap-t interval (Efron; Hall 1988), whose
 * standard error follows from linearisation: the first is short when few heavy weights decide, the second corrects
 * skewness, and both together hold what they promise more often than either.
 */
final class RatioSum {
    static final int RESAMPLES = 2000;

    private final double[][] numerators;
    private final double[][] denominators;
    private final int terms;

    RatioSum(int clusters, int terms) {
        this.numerators = new double[clusters][terms];
        this.denominators = new double[clusters][terms];
        this.terms = terms;
    }

    /** Of the same clusters, the first minus the second. */
    static RatioSum difference(RatioSum first, RatioSum second) {
        int clusters = first.numerators.length;
        RatioSum both = new RatioSum(clusters, first.terms + second.terms);
        for (int i = 0; i < clusters; i++) {
            for (int k = 0; k < first.terms; k++) {
                both.add(i, k, first.numerators[i][k], first.denominators[i][k]);
            }
            for (int k = 0; k < second.terms; k++) {
                both.add(i, first.terms + k, -second.numerators[i][k], second.denominators[i][k]);
            }
        }
        return both;
    }

    void add(int cluster, int term, double numerator, double denominator) {
        numerators[cluster][term] += numerator;
        denominators[cluster][term] += denominator;
    }

    /** The first term whose denominator is nothing or not finite, or −1 when there is none. */
    int emptyTerm() {
        Sums sums = new Sums(terms);
        for (int i = 0; i < numerators.length; i++) {
            sums.add(i);
        }
        for (int k = 0; k < terms; k++) {
            if (!(sums.denominator[k] > 0) || !Double.isFinite(sums.denominator[k] + sums.numerator[k])) {
                return k;
            }
        }
        return -1;
    }

    double value() {
        int[] all = new int[numerators.length];
        Arrays.setAll(all, i -> i);
        return fit(all).value;
    }

    Interval interval(long seed) {
        int n = numerators.length;
        int[] chosen = new int[n];
        Arrays.setAll(chosen, i -> i);
        Fit whole = fit(chosen);
        if (n < 2) {
            return new Interval(whole.value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[RESAMPLES];
        double[] deviations = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            for (int i = 0; i < n; i++) {
                chosen[i] = random.nextInt(n);
            }
            Fit fit = fit(chosen);
            values[r] = fit.value;
            double off = fit.value - whole.value;
            deviations[r] = fit.error > 0 ? off / fit.error : off == 0 ? 0 : Math.copySign(Double.MAX_VALUE, off);
        }
        Interval percentile = Interval.ofPercentiles(whole.value, values);
        Interval studentised = Interval.ofPercentiles(0, deviations);
        double low = whole.value - whole.error * studentised.high();
        double high = whole.value - whole.error * studentised.low();
        return new Interval(whole.value, Math.min(percentile.low(), low), Math.max(percentile.high(), high));
    }

    private record Fit(double value, double error) {}

    private Fit fit(int[] chosen) {
        Sums sums = new Sums(terms);
        for (int i : chosen) {
            sums.add(i);
        }
        double value = 0;
        double[] ratio = new double[terms];
        double[] scale = new double[terms];
        for (int k = 0; k < terms; k++) {
            if (sums.denominator[k] > 0) {
                ratio[k] = sums.numerator[k] / sums.denominator[k];
                scale[k] = chosen.length / sums.denominator[k];
                value += ratio[k];
            }
        }
        double squares = 0;
        for (int i : chosen) {
            double influence = 0;
            for (int k = 0; k < terms; k++) {
                influence += (numerators[i][k] - ratio[k] * denominators[i][k]) * scale[k];
            }
            squares += influence * influence;
        }
        return new Fit(value, Math.sqrt(squares / (chosen.length * (chosen.length - 1.0))));
    }

    private final class Sums {
        private final double[] numerator;
        private final double[] denominator;

        Sums(int terms) {
            numerator = new double[terms];
            denominator = new double[terms];
        }

        void add(int cluster) {
            for (int k = 0; k < numerator.length; k++) {
                numerator[k] += numerators[cluster][k];
                denominator[k] += denominators[cluster][k];
            }
        }
    }
}
