package io.twinslice.learners.control;

/** What all learners have in common. Each draws chance from a generator of its own. Not thread-safe. */
interface ControlLearner {
    /** Begins an episode of exploration. */
    void begin();

    /**
     * Acts to learn.
     *
     * @param progress share of the training that is over, 0..1
     */
    void explore(float[] observation, double progress, float[] action);

    /**
     * What the last action brought.
     *
     * @param over whether the episode has ended or was cut off
     */
    default void felt(double reward, boolean over) {
        // Most learn from the memory alone.
    }

    /** Acts as well as known. */
    void decide(float[] observation, float[] action);

    /** One update from the memory. */
    void learn(Memory memory);
}
