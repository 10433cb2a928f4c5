package io.twinslice.learners.offline;

import io.twinslice.learners.Check;

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
        Check.range("width", width, 1, 512);
        Check.range("rows", rows, 1, 8192);
        Check.range("updates", updates, 1, 10_000_000);
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be in (0, 1), not " + rate);
        }
    }
}
