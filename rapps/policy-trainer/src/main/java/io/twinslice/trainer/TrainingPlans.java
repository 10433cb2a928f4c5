package io.twinslice.trainer;

import io.twinslice.learners.ErlPlan;

/** The plans that training is started with. */
public final class TrainingPlans {
    private TrainingPlans() {}

    /**
     * About twenty seconds on two cores of the scenario suite's site: clearly better than any rule, not yet refined.
     */
    public static ErlPlan quick(long seed) {
        return new ErlPlan(
                seed,
                12,
                24,
                3,
                200,
                32,
                400,
                10,
                new ErlPlan.Evolution(2, 3, 0.15, 0.9, 0.1, 0.1, 3),
                new ErlPlan.OffPolicy(100_000, 256, 200, 64, 0.9, 0.01, 1e-3, 1e-3, 0.5, 2),
                new ErlPlan.Guard(0, 100));
    }

    /** About five minutes on two cores. */
    public static ErlPlan full(long seed) {
        return new ErlPlan(
                seed,
                20,
                100,
                6,
                200,
                32,
                400,
                40,
                new ErlPlan.Evolution(3, 3, 0.15, 0.9, 0.1, 0.1, 3),
                new ErlPlan.OffPolicy(300_000, 256, 400, 64, 0.9, 0.01, 5e-4, 1e-3, 0.5, 2),
                new ErlPlan.Guard(0, 100));
    }
}
