package io.twinslice.evaluation.offpolicy;

import io.twinslice.evaluation.scores.Interval;

/**
 * The empirical Bernstein bound of Maurer and Pontil, COLT 2009, theorem 4, on both sides: it holds for every
 * distribution on a known range and every number of values, and is wide in return. With probability at least 1 − δ the
 * mean lies within √(2·V·ln(4/δ)/n) + 7·(b − a)·ln(4/δ) / (3·(n − 1)) of that of the values, with V their sample
 * variance.
 */
public final class EmpiricalBernstein {
    private EmpiricalBernstein() {}

    /**
     * The interval of a mean.
     *
     * @param values independent, at least 2
     * @param least smallest value possible: known beforehand, not looked up in the values
     * @param most largest value possible
     * @param error probability δ with which the interval may miss, for example 0.05
     */
    public static Interval interval(double[] values, double least, double most, double error) {
        if (values.length < 2 || !(least < most) || !(error > 0 && error < 1)) {
            throw new IllegalArgumentException("a bound needs at least 2 values, a range and an error in (0, 1), not "
                    + values.length + " values in " + least + ".." + most + " and " + error);
        }
        double sum = 0;
        for (double value : values) {
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException(value + " lies outside " + least + ".." + most);
            }
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double log = StrictMath.log(4 / error);
        double variance = squares / (values.length - 1.0);
        double half =
                Math.sqrt(2 * variance * log / values.length) + 7 * (most - least) * log / (3 * (values.length - 1.0));
        return new Interval(mean, Math.max(least, mean - half), Math.min(most, mean + half));
    }
}
