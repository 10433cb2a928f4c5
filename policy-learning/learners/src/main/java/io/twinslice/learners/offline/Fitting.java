package io.twinslice.learners.offline;

/**
 * How long and how fast a learner fits.
 *
 * @param width units in each of the two hidden layers, 1..512
 * @param rows decisions in a batch, 1..8192
 * @param updates batches, 1..10,000,000
 * @param rate of Adam, above 0 and below 1
 */
public record Fitting(int width, int rows, int updates, double rate) {
    public Fitting {
        require("width", width, 512);
        require("rows", rows, 8192);
        require("updates", updates, 10_000_000);
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be in (0, 1), not " + rate);
        }
    }

    private static void require(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be 1.." + most + ", not " + value);
        }
    }
}
