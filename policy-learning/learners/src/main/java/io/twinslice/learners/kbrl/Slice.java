package io.twinslice.learners.kbrl;

/** A slice of the benchmark, which lives on stage by stage. Not thread-safe. */
sealed interface Slice permits EmbbSlice, MmtcSlice {
    /** Slots of 1 ms in a stage. */
    int STAGE_SLOTS = 50;

    /**
     * Lives through a stage on PRBs {@code first} to {@code first + prbs − 1}.
     *
     * @param prbs from 0
     */
    void stage(int first, int prbs);

    /** What is seen of the last stage, as published; overwritten by the next. */
    double[] state();

    /** Whether the promise was broken in the last stage. */
    boolean isViolated();

    /** A slice that would go on as this one. */
    Slice copy();
}
