package io.twinslice.evaluation;

import io.twinslice.env.Environment;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Policies that played the same seeds of the same scenario. The numbers follow from scenario, policies and seeds alone:
 * any executor gives the same.
 */
public final class PolicyComparison {
    private static final long BOOTSTRAP_SEED = 0x7715_11CEL;

    private final List<String> names;
    private final List<List<EpisodeScore>> scores;

    /**
     * Who takes part.
     *
     * @param name in the table, unique
     * @param policies makes a fresh instance for each episode
     * @param shield has the last word, if there is one
     */
    public record Contender(String name, Supplier<Policy> policies, Optional<Shield> shield) {
        /** Without a shield. */
        public static Contender of(String name, Supplier<Policy> policies) {
            return new Contender(name, policies, Optional.empty());
        }
    }

    private PolicyComparison(List<String> names, List<List<EpisodeScore>> scores) {
        this.names = names;
        this.scores = scores;
    }

    /**
     * Plays every policy on every seed.
     *
     * @param environments makes a fresh environment for each episode; called from the executor's threads
     * @param contenders at least one
     * @param seeds of the episodes, for example never trained on
     * @param executor runs the episodes; {@code Runnable::run} is fine
     */
    public static PolicyComparison run(
            Supplier<Environment> environments, List<Contender> contenders, List<Long> seeds, Executor executor) {
        List<String> names = contenders.stream().map(Contender::name).distinct().toList();
        if (names.isEmpty() || names.size() != contenders.size()) {
            throw new IllegalArgumentException("a comparison needs at least one policy and unique names");
        }
        List<EpisodeScore> flat = IndexedTasks.run(
                contenders.size() * seeds.size(),
                i -> play(environments, contenders.get(i / seeds.size()), seeds.get(i % seeds.size())),
                executor);
        List<List<EpisodeScore>> scores = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            scores.add(List.copyOf(flat.subList(i * seeds.size(), (i + 1) * seeds.size())));
        }
        return new PolicyComparison(names, scores);
    }

    /**
     * A comparison of episodes that were played elsewhere.
     *
     * @param names of the policies, unique, at least one
     * @param scores for each policy its episodes, all on the same seeds in the same order
     */
    public static PolicyComparison of(List<String> names, List<List<EpisodeScore>> scores) {
        if (names.isEmpty() || Set.copyOf(names).size() != names.size() || names.size() != scores.size()) {
            throw new IllegalArgumentException("a comparison needs at least one policy and unique names");
        }
        List<Long> seeds = scores.getFirst().stream().map(EpisodeScore::seed).toList();
        for (List<EpisodeScore> each : scores) {
            if (!each.stream().map(EpisodeScore::seed).toList().equals(seeds)) {
                throw new IllegalArgumentException("every policy must play the same seeds");
            }
        }
        return new PolicyComparison(
                List.copyOf(names), scores.stream().map(List::copyOf).toList());
    }

    private static EpisodeScore play(Supplier<Environment> environments, Contender contender, long seed) {
        try (Environment environment = environments.get()) {
            return EpisodeRunner.play(environment, contender.policies().get(), contender.shield(), seed);
        }
    }

    /** One row for each policy, in the order given. */
    public List<PolicyRow> rows() {
        return names.stream().map(this::row).toList();
    }

    /** @throws IllegalArgumentException when no policy has this name */
    public PolicyRow row(String name) {
        List<EpisodeScore> all = scores(name);
        List<EpisodeScore> good = all.stream().filter(s -> !s.failed()).toList();
        int twins = good.isEmpty() ? 0 : good.getFirst().brokenWindows().size();
        List<Estimate> perTwin = new ArrayList<>();
        for (int i = 0; i < twins; i++) {
            int twin = i;
            perTwin.add(estimate(good, score -> score.violationSeconds(twin)));
        }
        long windows = good.stream().mapToLong(EpisodeScore::windows).sum();
        long shielded = good.stream().mapToLong(EpisodeScore::shieldedWindows).sum();
        return new PolicyRow(
                name,
                good.size(),
                all.size() - good.size(),
                estimate(good, EpisodeScore::violationSeconds),
                estimate(good, EpisodeScore::prbSeconds),
                estimate(good, EpisodeScore::aoiP99Millis),
                estimate(good, EpisodeScore::reward),
                perTwin,
                windows == 0 ? 0 : shielded / (double) windows);
    }

    /** The scores of one policy, in the order of the seeds. */
    public List<EpisodeScore> scores(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no policy is named \"" + name + "\"; there are " + names);
        }
        return scores.get(index);
    }

    /** The first policy minus the second, seed by seed, over the seeds on which neither failed. */
    public PairedDifference difference(String policy, String against) {
        List<EpisodeScore> ours = scores(policy);
        List<EpisodeScore> theirs = scores(against);
        List<Integer> both = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).failed() && !theirs.get(i).failed()) {
                both.add(i);
            }
        }
        return new PairedDifference(
                policy,
                against,
                both.size(),
                difference(ours, theirs, both, EpisodeScore::violationSeconds),
                difference(ours, theirs, both, EpisodeScore::prbSeconds),
                difference(ours, theirs, both, EpisodeScore::aoiP99Millis));
    }

    private static Estimate difference(
            List<EpisodeScore> ours,
            List<EpisodeScore> theirs,
            List<Integer> episodes,
            ToDoubleFunction<EpisodeScore> value) {
        double[] differences = episodes.stream()
                .mapToDouble(i -> value.applyAsDouble(ours.get(i)) - value.applyAsDouble(theirs.get(i)))
                .toArray();
        return Estimate.of(differences, BOOTSTRAP_SEED);
    }

    private static Estimate estimate(List<EpisodeScore> scores, ToDoubleFunction<EpisodeScore> value) {
        return Estimate.of(scores.stream().mapToDouble(value).toArray(), BOOTSTRAP_SEED);
    }
}
