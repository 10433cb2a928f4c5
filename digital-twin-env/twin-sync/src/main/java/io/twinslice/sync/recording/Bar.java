package io.twinslice.sync.recording;

/**
 * A figure that was measured and the range that it should lie in.
 *
 * @param name what was measured, a few words
 * @param low lowest value that passes
 * @param high highest value that passes
 */
public record Bar(String name, double value, double low, double high) {
    /** Whether the figure passes. */
    public boolean isMet() {
        return value >= low && value <= high;
    }
}
