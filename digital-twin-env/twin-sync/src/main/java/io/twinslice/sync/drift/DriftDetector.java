package io.twinslice.sync.drift;

/**
 * Watches the mean of a stream and says when it is no longer what it was. After an alarm the detector has forgotten
 * what was before it. Observations allocate nothing and memory is bounded. Not thread-safe.
 */
public sealed interface DriftDetector permits PageHinkley, Adwin, MovingSum {
    /**
     * Takes in one observation.
     *
     * @param value finite
     * @return whether a drift was found with it
     * @throws IllegalArgumentException when the value is not finite; nothing has changed then
     */
    boolean observe(double value);

    /** Forgets everything. */
    void reset();

    /** Mean of what it holds to be one regime; 0 before the first observation. */
    double mean();

    /** Observations that {@link #mean} rests on. */
    long observations();
}
