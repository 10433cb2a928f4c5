package io.twinslice.trainer;

import io.twinslice.env.NamedScenario;
import io.twinslice.env.Split;
import io.twinslice.learners.ErlPlan;
import java.util.HashSet;
import java.util.List;

/**
 * What {@code twinslice train} does: who learns, on what, and what the result is compared with. The same plan gives the
 * same policy, bit for bit.
 *
 * @param name 1..64 of a-z, 0-9 and "-"
 * @param learner who learns
 * @param scenarios what it is trained on and compared on, 1..64 names of {@link NamedScenario}, all different
 * @param checkpointGenerations generations between two checkpoints, 1..100,000; time makes one due too
 * @param benchmark what it is compared with
 */
public record TrainingPlan(
        String name, LearnerPlan learner, List<String> scenarios, int checkpointGenerations, Benchmark benchmark) {
    private static final int MOST_SCENARIOS = 64;

    public TrainingPlan {
        if (!name.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("name must be 1..64 of a-z, 0-9 and \"-\"");
        }
        scenarios = List.copyOf(scenarios);
        if (scenarios.isEmpty() || scenarios.size() > MOST_SCENARIOS) {
            throw new IllegalArgumentException(
                    "scenarios must be 1.." + MOST_SCENARIOS + " names, not " + scenarios.size());
        }
        if (new HashSet<>(scenarios).size() != scenarios.size()) {
            throw new IllegalArgumentException("scenarios must all be different");
        }
        for (int i = 0; i < scenarios.size(); i++) {
            if (!NamedScenario.names().contains(scenarios.get(i))) {
                throw new IllegalArgumentException("scenarios[" + i + "] must be one of "
                        + String.join(", ", NamedScenario.names()) + ", not \"" + shown(scenarios.get(i)) + "\"");
            }
        }
        range("checkpointGenerations", checkpointGenerations, 1, 100_000);
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(64, text.length()));
    }

    static void range(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + ".." + most + ", not " + value);
        }
    }

    /** A learner and its settings. A new learner is a new record here, and the compiler says where it is missing. */
    public sealed interface LearnerPlan {
        /** The name in plans. */
        String name();

        long seed();

        int generations();

        /** Windows of a training episode. */
        int episodeWindows();
    }

    /** {@link io.twinslice.learners.ErlLearner}. */
    public record Erl(ErlPlan settings) implements LearnerPlan {
        /** The name in plans. */
        public static final String NAME = "erl";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public long seed() {
            return settings.seed();
        }

        @Override
        public int generations() {
            return settings.generations();
        }

        @Override
        public int episodeWindows() {
            return settings.episodeWindows();
        }
    }

    /**
     * The comparison at the end, on episodes that training never saw.
     *
     * @param episodes of each scenario and policy, 1..10,000
     * @param windows of each episode, 1..100,000
     * @param staticPlans plans that the search for the best static one tries, 1..100,000
     * @param staticEpisodes training episodes that it tries each on, 1..1000
     */
    public record Benchmark(int episodes, int windows, int staticPlans, int staticEpisodes) {
        public Benchmark {
            range("episodes", episodes, 1, 10_000);
            range("windows", windows, 1, 100_000);
            range("staticPlans", staticPlans, 1, 100_000);
            range("staticEpisodes", staticEpisodes, 1, 1000);
        }
    }

    /** The same plan with another seed. */
    public TrainingPlan withSeed(long seed) {
        return switch (learner) {
            case Erl(ErlPlan s) ->
                new TrainingPlan(
                        name,
                        new Erl(new ErlPlan(
                                seed,
                                s.population(),
                                s.generations(),
                                s.episodesPerGenome(),
                                s.episodeWindows(),
                                s.hiddenWidth(),
                                s.cloneSteps(),
                                s.selectionEpisodes(),
                                s.evolution(),
                                s.offPolicy(),
                                s.guard())),
                        scenarios,
                        checkpointGenerations,
                        benchmark);
        };
    }

    /** The scenarios of training: of the suite their training split. */
    public List<NamedScenario> training() {
        return scenarios.stream()
                .map(scenario -> NamedScenario.of(scenario, Split.TRAIN, learner.episodeWindows()))
                .toList();
    }

    /** The scenarios of the comparison: of the suite their test split. */
    List<NamedScenario> tests() {
        return scenarios.stream()
                .map(scenario -> NamedScenario.of(scenario, Split.TEST, benchmark.windows()))
                .toList();
    }
}
