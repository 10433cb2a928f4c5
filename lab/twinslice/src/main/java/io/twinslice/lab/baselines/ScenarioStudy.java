package io.twinslice.lab.baselines;

import io.twinslice.bundle.Sha256;
import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Split;
import io.twinslice.evaluation.BestStatic;
import io.twinslice.evaluation.EpisodeCost;
import io.twinslice.evaluation.EpisodeRunner;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.evaluation.IndexedTasks;
import io.twinslice.evaluation.Oracle;
import io.twinslice.lab.Progress;
import io.twinslice.model.QuotaPlan;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** All policies on the same seeds of one scenario. What the store has of it is not played again. */
final class ScenarioStudy {
    static final String BEST_STATIC = "best-static";
    static final String ORACLE = "oracle";

    /** What an episode of the oracle is worth in episodes of a policy, for the progress. */
    private static final int ORACLE_UNITS = 20;

    private static final int PROBE_WINDOWS = 30;
    private static final long SEARCH_SEED = 1;

    private final Scenario train;
    private final Scenario test;
    private final StudySize size;
    private final EpisodeStore store;
    private final Progress progress;
    private final Executor executor;
    private final EpisodeCost cost;
    private Optional<QuotaPlan> found = Optional.empty();

    ScenarioStudy(
            Scenario train, Scenario test, StudySize size, EpisodeStore store, Progress progress, Executor executor) {
        this.train = train.withWindows(size.windows());
        this.test = test.withWindows(size.windows());
        this.size = size;
        this.store = store;
        this.progress = progress;
        this.executor = executor;
        cost = EpisodeCost.of(test.twins(), size.windows());
    }

    /** What {@link #play} adds to the progress. */
    static long units(StudySize size, int slices) {
        int policies = Baselines.rules(slices).size() + 1;
        return searchUnits(size, slices) + (long) size.seeds() * (policies + ORACLE_UNITS);
    }

    private static long searchUnits(StudySize size, int slices) {
        int known = 3 + Baselines.rules(slices).size();
        return (size.staticPlans() + known) * (long) size.staticSeeds();
    }

    /**
     * A policy that was made for this scenario.
     *
     * @param name for the table and the store
     * @param digest of everything that it decides by
     * @param policy each call makes a fresh one
     */
    record Contender(String name, String digest, Supplier<Policy> policy) {}

    /** Plays what is missing. */
    ScenarioResult play() throws IOException {
        return play(List.of());
    }

    /** Plays what is missing; the contenders come last, and the oracle does not know them. */
    ScenarioResult play(List<Contender> contenders) throws IOException {
        int slices = test.twins().size();
        QuotaPlan bestStatic = bestStatic();
        Map<String, Supplier<Policy>> policies = new LinkedHashMap<>();
        for (int i = 0; i < Baselines.rules(slices).size(); i++) {
            int rule = i;
            policies.put(
                    Baselines.rules(slices).get(i).name(),
                    () -> Baselines.rules(slices).get(rule));
        }
        policies.put(BEST_STATIC, () -> Baselines.fixed(BEST_STATIC, bestStatic));
        Map<String, List<EpisodeScore>> scores = new LinkedHashMap<>();
        StringBuilder probes = new StringBuilder();
        for (Map.Entry<String, Supplier<Policy>> policy : policies.entrySet()) {
            String probe = probe(policy.getValue().get());
            probes.append(probe);
            String fingerprint = fingerprint(test, policy.getKey(), probe);
            scores.put(policy.getKey(), episodes(policy.getKey(), fingerprint, false, 1, seed -> {
                try (Environment environment = test.environment()) {
                    return EpisodeRunner.run(environment, policy.getValue().get(), seed);
                }
            }));
        }
        Oracle oracle = new Oracle(test::environment, new ArrayList<>(policies.values()), cost, size.oracle());
        String fingerprint = fingerprint(test, ORACLE + size.oracle(), probes.toString());
        scores.put(ORACLE, episodes(ORACLE, fingerprint, true, ORACLE_UNITS, oracle::play));
        for (Contender contender : contenders) {
            String mark = fingerprint(
                    test, contender.digest(), probe(contender.policy().get()));
            scores.put(contender.name(), episodes(contender.name(), mark, false, 1, seed -> {
                try (Environment environment = test.environment()) {
                    return EpisodeRunner.run(environment, contender.policy().get(), seed);
                }
            }));
        }
        return new ScenarioResult(test, bestStatic, cost, scores);
    }

    /** What a policy that is learned for this scenario follows from, besides what says how it is learned. */
    String learningFingerprint(String how) {
        return fingerprint(
                train, how, probe(Baselines.equalGuarantee(test.twins().size())));
    }

    /** The plan that the search finds on the train split. */
    QuotaPlan bestStatic() throws IOException {
        int slices = test.twins().size();
        if (found.isPresent()) {
            return found.get();
        }
        QuotaPlan plan = searchedOrKept(slices);
        found = Optional.of(plan);
        return plan;
    }

    private QuotaPlan searchedOrKept(int slices) throws IOException {
        String settings = size.staticSeeds() + "/" + size.staticPlans() + "/" + SEARCH_SEED;
        String fingerprint = fingerprint(train, settings, probe(Baselines.equalGuarantee(slices)));
        long units = searchUnits(size, slices);
        Optional<QuotaPlan> kept = store.bestStatic(test.name(), fingerprint);
        if (kept.isPresent()) {
            progress.advance(units);
            return kept.get();
        }
        progress.note(test.name() + ": the best static plan");
        QuotaPlan plan = BestStatic.search(
                        train::environment,
                        slices,
                        Split.TRAIN.seeds(size.staticSeeds()),
                        score -> {
                            progress.advance(1);
                            return cost.of(score);
                        },
                        size.staticPlans(),
                        SEARCH_SEED,
                        knownPlans(slices),
                        executor)
                .plan();
        store.keep(test.name(), fingerprint, plan);
        return plan;
    }

    /** The plain plans, and the mean plan of each rule. */
    private List<QuotaPlan> knownPlans(int slices) {
        List<QuotaPlan> plans = new ArrayList<>(
                List.of(QuotaPlan.equalSplit(slices), QuotaPlan.equalGuarantee(slices), QuotaPlan.unsliced(slices)));
        plans.addAll(BestStatic.meanPlans(
                train::environment,
                Baselines.rules(slices),
                Split.TRAIN.seeds(1).getFirst()));
        return plans;
    }

    /**
     * The episodes of one policy, in the order of the seeds; those that are missing are played.
     *
     * @param costly whether each of them is saved at once, and not all at the end
     */
    private List<EpisodeScore> episodes(
            String policy, String fingerprint, boolean costly, int units, LongFunction<EpisodeScore> play)
            throws IOException {
        List<Long> seeds = Split.TEST.seeds(size.seeds());
        SortedMap<Long, EpisodeScore> done = store.episodes(test.name(), policy, fingerprint);
        List<Long> missing =
                seeds.stream().filter(seed -> !done.containsKey(seed)).toList();
        progress.advance((long) units * (seeds.size() - missing.size()));
        if (!missing.isEmpty()) {
            progress.note(test.name() + ": " + policy);
        }
        List<EpisodeScore> played = IndexedTasks.run(
                missing.size(),
                i -> {
                    EpisodeScore score = play.apply(missing.get(i));
                    if (costly) {
                        save(policy, fingerprint, List.of(score));
                    }
                    progress.advance(units);
                    return score;
                },
                executor);
        if (!costly && !played.isEmpty()) {
            save(policy, fingerprint, played);
        }
        played.forEach(score -> done.put(score.seed(), score));
        return seeds.stream().map(seed -> score(done, seed)).toList();
    }

    private static EpisodeScore score(SortedMap<Long, EpisodeScore> done, long seed) {
        EpisodeScore score = done.get(seed);
        if (score == null) {
            throw new IllegalStateException("no episode of seed " + seed);
        }
        return score;
    }

    private void save(String policy, String fingerprint, List<EpisodeScore> scores) {
        try {
            store.add(test.name(), policy, fingerprint, scores);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of an episode: another simulator or another policy gives another one. */
    private String probe(Policy policy) {
        try (Environment environment = test.withWindows(PROBE_WINDOWS).environment()) {
            return EpisodeRunner.run(environment, policy, 0).toString();
        }
    }

    private static String fingerprint(Scenario scenario, String what, String probe) {
        return Sha256.hex((scenario + "\n" + what + "\n" + probe).getBytes(StandardCharsets.UTF_8));
    }
}
