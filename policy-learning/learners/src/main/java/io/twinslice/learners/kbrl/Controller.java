package io.twinslice.learners.kbrl;

/** Decides stage by stage and learns from what became of it. Not thread-safe. */
interface Controller {
    /**
     * Decides on the next stage.
     *
     * @param states of the slices after the last stage; not to be changed
     * @param prbs takes the PRBs of each slice, in all no more than the carrier has
     */
    void decide(double[][] states, int[] prbs);

    /**
     * Learns from the stage that followed the decision.
     *
     * @param states of the slices after it
     * @param violated whether each slice broke its promise
     */
    default void learn(double[][] states, boolean[] violated) {}
}
