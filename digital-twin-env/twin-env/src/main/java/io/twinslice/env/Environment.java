package io.twinslice.env;

import io.twinslice.model.QuotaPlan;

/**
 * A sliced cell that can be reset and stepped, one decision window at a time.
 *
 * <p>Same seed and same plans give the same steps, bit for bit, whatever thread runs it. Not thread-safe; create one
 * per thread. After anything but {@link Step.Running} only {@link #reset} may follow.
 */
public interface Environment extends AutoCloseable {
    /**
     * Starts an episode: warms the cell up under the unsliced plan, which is not scored, and reports the last window.
     *
     * @param seed everything random in the episode follows from it
     */
    Step reset(long seed);

    /**
     * Puts the plan in force for the next window and runs it.
     *
     * @throws IllegalStateException when no episode is running
     */
    Step step(QuotaPlan plan);

    /** Releases what the environment holds; an in-memory twin holds nothing. */
    @Override
    default void close() {}
}
