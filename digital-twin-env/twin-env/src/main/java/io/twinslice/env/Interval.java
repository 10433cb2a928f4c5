package io.twinslice.env;

/**
 * A closed interval that a recipe draws from.
 *
 * @param low smallest value
 * @param high largest value, not below {@code low}
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("an interval needs finite low <= high, not " + low + ".." + high);
        }
    }

    public static Interval of(double value) {
        return new Interval(value, value);
    }

    double at(double share) {
        return low + share * (high - low);
    }
}
