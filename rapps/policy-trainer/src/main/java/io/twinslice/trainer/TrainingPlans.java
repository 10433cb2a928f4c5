package io.twinslice.trainer;

import io.twinslice.env.NamedScenario;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.learners.ErlPlan;
import java.util.List;

/** The plans that training is started with. */
public final class TrainingPlans {
    /** Behind the shield of the lab. */
    private static final ErlPlan.Guard GUARD = new ErlPlan.Guard(2, 100);

    /** To see how it works: one scenario, well under a minute on two idle cores. Also the default of every field. */
    public static final TrainingPlan QUICK = new TrainingPlan(
            "quick",
            new TrainingPlan.Erl(guarded(quick(1))),
            List.of("factory-floor"),
            2,
            new TrainingPlan.Benchmark(10, 300, 40, 2));

    /** One policy for everything that may happen at the site; some minutes on two idle cores. */
    public static final TrainingPlan FULL = new TrainingPlan(
            "full",
            new TrainingPlan.Erl(guarded(full(1))),
            List.of("factory-floor", "flash-crowd", "cell-edge-drift", "surgery-burst", "slot-loss"),
            5,
            new TrainingPlan.Benchmark(20, 600, 80, 4));

    /** One policy for the whole suite, several sites among them; some ten minutes on two idle cores. */
    public static final TrainingPlan SUITE = new TrainingPlan(
            "suite",
            new TrainingPlan.Erl(new ErlPlan(
                    1,
                    16,
                    40,
                    8,
                    300,
                    32,
                    400,
                    4,
                    new ErlPlan.Evolution(3, 3, 0.15, 0.9, 0.2, 0.3, 3),
                    new ErlPlan.OffPolicy(300_000, 256, 400, 64, 0.9, 0.01, 5e-4, 1e-3, 0.5, 2),
                    GUARD)),
            ScenarioSuite.names().stream()
                    .map(name -> NamedScenario.SUITE + name)
                    .toList(),
            5,
            new TrainingPlan.Benchmark(10, 300, 60, 2));

    private TrainingPlans() {}

    /** The plans that have a name. */
    public static List<TrainingPlan> all() {
        return List.of(QUICK, FULL, SUITE);
    }

    private static ErlPlan guarded(ErlPlan plan) {
        return new ErlPlan(
                plan.seed(),
                plan.population(),
                plan.generations(),
                plan.episodesPerGenome(),
                plan.episodeWindows(),
                plan.hiddenWidth(),
                plan.cloneSteps(),
                plan.selectionEpisodes(),
                plan.evolution(),
                plan.offPolicy(),
                GUARD);
    }

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
