package io.twinslice.env;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.Optional;

/**
 * A sliced cell that can be reset and stepped, one decision window at a time.
 *
 * <p>Same seed and same plans give the same steps, bit for bit, whatever thread runs it. Not thread-safe; create one
 * per thread. After anything but {@link Step.Running} only {@link #reset} may follow.
 *
 * <p>A step says what was reported of a window. That is the window itself, unless the scenario loses, delays or
 * falsifies reports: then {@link #truth} has the window as it was, and a step without a new report repeats the last
 * one.
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

    /**
     * The last window as it was, where steps may say something else: what is scored. Empty where every step is true.
     */
    default Optional<TwinSnapshot> truth() {
        return Optional.empty();
    }

    /**
     * An environment in the same state that goes on by itself: under the same plans both give the same steps, and
     * neither touches the other. The copy may be handed to another thread.
     *
     * @throws UnsupportedOperationException when this kind of environment cannot be copied
     */
    default Environment fork() {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " cannot be forked");
    }

    /** Releases what the environment holds; an in-memory twin holds nothing. */
    @Override
    default void close() {}
}
