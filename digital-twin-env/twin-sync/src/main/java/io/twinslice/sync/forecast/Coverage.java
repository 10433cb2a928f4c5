package io.twinslice.sync.forecast;

/**
 * How often intervals held what came.
 *
 * @param intervals those that were judged
 * @param covered of those, the ones that held it
 */
public record Coverage(long intervals, long covered) {
    /** None yet. */
    public static final Coverage NONE = new Coverage(0, 0);

    /** Share of the intervals that held it, 0..1; 1 when there are none. */
    public double share() {
        return intervals == 0 ? 1 : covered / (double) intervals;
    }

    /** Both together. */
    public Coverage plus(Coverage other) {
        return new Coverage(intervals + other.intervals, covered + other.covered);
    }
}
