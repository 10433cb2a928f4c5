package io.twinslice.learners;

/** Range checks that say which setting is wrong. */
public final class Check {
    private Check() {}

    public static void range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + ".." + most + ", not " + value);
        }
    }

    public static void range(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be " + least + ".." + most + ", not " + value);
        }
    }
}
