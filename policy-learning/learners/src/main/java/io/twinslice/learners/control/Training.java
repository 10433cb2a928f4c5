package io.twinslice.learners.control;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Kernel;
import java.util.function.Supplier;

/**
 * What is learned, when, and by whom.
 *
 * @param task gives a task of its own at each call
 */
record Training(Supplier<ControlTask> task, Schedule schedule, Maker maker) {
    /** Makes a learner that knows nothing yet. */
    interface Maker {
        /** @param rows transitions in a batch */
        ControlLearner learner(ControlTask task, int rows, Kernel kernel, SplitMix random);
    }

    /** The same for another number of steps. */
    Training of(int steps) {
        return new Training(task, schedule.of(steps), maker);
    }

    static Maker td3(Td3.Settings settings) {
        return (task, rows, kernel, random) -> new Td3(task, rows, settings, kernel, random);
    }

    static Maker sac(Sac.Settings settings) {
        return (task, rows, kernel, random) -> new Sac(task, rows, settings, kernel, random);
    }

    static Maker dqn(Dqn.Settings settings) {
        return (task, rows, kernel, random) -> new Dqn(task, rows, settings, kernel, random);
    }

    static Maker erl(Erl.Settings settings, Sac.Settings gradient) {
        return (task, rows, kernel, random) -> new Erl(task, rows, settings, gradient, kernel, random);
    }
}
