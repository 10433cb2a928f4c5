package io.twinslice.learners.control;

import java.util.random.RandomGenerator;

/**
 * A control task in episodes.
 *
 * <p>Observations are those of the published task, each divided by a fixed number where that brings it near −1..1;
 * rewards are the published ones. An episode ends by the task itself ({@link #hasEnded}) or is cut off after
 * {@link #horizon} steps, which says nothing about what would have followed. Not thread-safe.
 */
interface ControlTask {
    /** Numbers in one observation. */
    int observations();

    /** What an action is. */
    Actions actions();

    /** Steps after which an episode is cut off. */
    int horizon();

    /** Begins an episode. */
    void begin(RandomGenerator random);

    /** Writes what is seen now. */
    void observe(float[] into);

    /**
     * Takes one step.
     *
     * @param action as {@link #actions} says
     * @return the reward
     */
    double act(float[] action);

    /** Whether the last step ended the episode, so that no reward can follow. */
    boolean hasEnded();

    /** What an action is. */
    sealed interface Actions {
        /** Numbers in one action. */
        int size();

        /** One of {@code count} choices; the action is one number, that of the choice from 0. */
        record Discrete(int count) implements Actions {
            @Override
            public int size() {
                return 1;
            }
        }

        /** Numbers in −1..1, which the task scales to its range. */
        record Continuous(int size) implements Actions {}
    }
}
