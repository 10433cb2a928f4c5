package io.twinslice.learners.control;

/**
 * When a run does what.
 *
 * @param steps of the task in all
 * @param atRandom steps at the beginning with actions at random
 * @param learnsAfter steps before the first update
 * @param every steps between updates
 * @param updates each time
 * @param rows transitions in a batch
 * @param memory transitions remembered
 */
record Schedule(int steps, int atRandom, int learnsAfter, int every, int updates, int rows, int memory) {
    Schedule {
        if (steps < 1 || every < 1 || updates < 1 || rows < 1 || memory < rows || learnsAfter < 1) {
            throw new IllegalArgumentException("steps, every, updates, rows and learnsAfter must be at least 1, and"
                    + " memory must hold a batch");
        }
    }

    /** The same for another number of steps. */
    Schedule of(int others) {
        return new Schedule(others, atRandom, learnsAfter, every, updates, rows, memory);
    }
}
