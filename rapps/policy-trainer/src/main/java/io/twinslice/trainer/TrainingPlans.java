package io.twinslice.trainer;

import io.twinslice.learners.ErlPlan;

/** The plans that training is started with. */
public final class TrainingPlans {
    private TrainingPlans() {}

    /** About twenty seconds on two idle cores at the scenario suite's site: beyond any rule, not yet refined. */
    public static ErlPlan quick(long seed) {
        return new ErlPlan(
                seed,
                12,
                18,
                4,
                300,
                32,
                400,
                16,
                new ErlPlan.Evolution(2, 3, 0.15, 0.9, 0.2, 0.3, 3),
                new ErlPlan.OffPolicy(100_000, 256, 200, 64, 0.9, 0.01, 1e-3, 1e-3, 0.5, 2),
                new ErlPlan.Guard(0, 100));
    }

    /** About two minutes on two idle cores. */
    public static ErlPlan full(long seed) {
        return new ErlPlan(
                seed,
                20,
                36,
                6,
                300,
                32,
                400,
                40,
                new ErlPlan.Evolution(3, 3, 0.15, 0.9, 0.2, 0.3, 3),
                new ErlPlan.OffPolicy(300_000, 256, 400, 64, 0.9, 0.01, 5e-4, 1e-3, 0.5, 2),
                new ErlPlan.Guard(0, 100));
    }
}
