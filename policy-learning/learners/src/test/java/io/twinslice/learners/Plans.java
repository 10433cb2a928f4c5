package io.twinslice.learners;

/** Plans small enough for tests. */
final class Plans {
    private Plans() {}

    static ErlPlan tiny(long seed, int generations) {
        return new ErlPlan(
                seed,
                6,
                generations,
                2,
                40,
                8,
                60,
                2,
                new ErlPlan.Evolution(2, 3, 0.3, 0.9, 0.2, 0.2, 2),
                new ErlPlan.OffPolicy(2000, 96, 12, 16, 0.8, 0.02, 1e-3, 1e-3, 0.5, 2),
                new ErlPlan.Guard(2, 40));
    }

    /** Large enough to learn something on a small cell within a second or two. */
    static ErlPlan small(long seed, int generations, double discount) {
        return new ErlPlan(
                seed,
                10,
                generations,
                2,
                40,
                16,
                200,
                4,
                new ErlPlan.Evolution(2, 3, 0.2, 0.9, 0.2, 0.2, 2),
                new ErlPlan.OffPolicy(20_000, 192, 100, 32, discount, 0.01, 1e-3, 2e-3, 0.5, 2),
                new ErlPlan.Guard(2, 40));
    }
}
