package io.twinslice.learners.kbrl;

/** What a slice needs in the next stage, estimated from what was seen of it. Not thread-safe. */
sealed interface Need permits EmbbNeed, MmtcNeed {
    /**
     * Learns from a stage.
     *
     * @param state of the slice after it
     * @param prbs it had
     */
    void observe(double[] state, int prbs);

    /** PRBs that steer the slice to where it should be. */
    double wanted();

    /** PRBs without which the promise would be broken in the next stage; at most what is wanted, 0 if it can wait. */
    double urgent();
}
