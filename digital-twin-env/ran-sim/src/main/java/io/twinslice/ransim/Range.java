package io.twinslice.ransim;

/** Range checks that refuse NaN. */
final class Range {
    private Range() {}

    static void require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be " + low + ".." + high + ", not " + value);
        }
    }
}
