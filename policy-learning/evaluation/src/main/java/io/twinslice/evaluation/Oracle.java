package io.twinslice.evaluation;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Reward;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The clairvoyant bound: model-predictive control that knows the arrivals and the channel of its seed, because it tries
 * its plans in forks of the very episode that it plays.
 *
 * <p>Block by block it rolls candidates out over a horizon and commits the beginning of the cheapest: every policy that
 * it is given, shown what really happens; the plans by which the best of them played the episode; and constant plans
 * that a random search bends towards less cost. In the end its trajectory is compared with those of the policies, and
 * the cheapest is the answer: on no seed is it worse than any of them.
 */
public final class Oracle {
    private static final int REMEMBERED_WINDOWS = 40;
    private static final long SALT = 0x0AC1E;
    private static final int[] MOVES = {3, 8, 20};

    /**
     * How hard it thinks.
     *
     * @param blockWindows windows committed at once, at least 1
     * @param horizonWindows windows rolled out, at least as many
     * @param policies how many of the policies, the best of the whole episode first, are rolled out in each block
     * @param mutations constant plans tried in each block, at least 0
     */
    public record Settings(int blockWindows, int horizonWindows, int policies, int mutations) {
        /** Blocks of a second, two seconds ahead. */
        public static final Settings STANDARD = new Settings(10, 20, 4, 16);

        public Settings {
            if (blockWindows < 1 || horizonWindows < blockWindows || policies < 0 || mutations < 0) {
                throw new IllegalArgumentException("needs 1 <= block <= horizon and no negative number, not "
                        + blockWindows + ", " + horizonWindows + ", " + policies + ", " + mutations);
            }
        }
    }

    private record Trajectory(Supplier<Policy> policy, EpisodeScore score, double cost, List<QuotaPlan> plans) {}

    /** The windows of a rollout: what they cost and the plans that were put in force. */
    private record Rollout(double cost, List<QuotaPlan> plans) {}

    private final Supplier<Environment> environments;
    private final List<Supplier<Policy>> policies;
    private final EpisodeCost cost;
    private final Settings settings;

    /**
     * @param environments makes fresh environments that can be forked
     * @param policies each call makes a policy of its own; at least one
     */
    public Oracle(
            Supplier<Environment> environments, List<Supplier<Policy>> policies, EpisodeCost cost, Settings settings) {
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("an oracle needs a policy to be no worse than");
        }
        this.environments = environments;
        this.policies = List.copyOf(policies);
        this.cost = cost;
        this.settings = settings;
    }

    /** Plays one episode. */
    public EpisodeScore play(long seed) {
        List<Trajectory> trajectories = new ArrayList<>();
        for (Supplier<Policy> policy : policies) {
            trajectories.add(played(policy, seed));
        }
        trajectories.sort(Comparator.comparingDouble(Trajectory::cost));
        Trajectory best = trajectories.getFirst();
        if (best.score.failed()) {
            return best.score;
        }
        List<Supplier<Policy>> promising = trajectories.stream()
                .limit(settings.policies())
                .map(Trajectory::policy)
                .toList();
        try (Environment environment = environments.get()) {
            EpisodeScore planned = new Planning(environment, promising, best.plans, seed).play();
            return cost.of(planned) < best.cost ? planned : best.score;
        }
    }

    private Trajectory played(Supplier<Policy> policy, long seed) {
        try (Recorder recorder = new Recorder(environments.get())) {
            EpisodeScore score = EpisodeRunner.run(recorder, policy.get(), seed);
            return new Trajectory(policy, score, cost.of(score), recorder.plans());
        }
    }

    /** One episode that is planned as it is played. */
    private final class Planning {
        private final Environment environment;
        private final List<Supplier<Policy>> promising;
        private final List<QuotaPlan> known;
        private final long seed;
        private final SplittableRandom random;
        private final EpisodeTally tally;
        private final Deque<TwinSnapshot> past = new ArrayDeque<>();
        private QuotaPlan before;
        private int window;

        private Planning(Environment environment, List<Supplier<Policy>> promising, List<QuotaPlan> known, long seed) {
            this.environment = environment;
            this.promising = promising;
            this.known = known;
            this.seed = seed;
            random = new SplittableRandom(seed ^ SALT);
            tally = new EpisodeTally(seed);
            before = known.getFirst();
        }

        private EpisodeScore play() {
            Optional<TwinSnapshot> first = happened(environment, environment.reset(seed));
            if (first.isEmpty()) {
                return tally.score("the environment failed at its reset");
            }
            remember(first.get());
            before = first.get().inForce();
            while (true) {
                List<QuotaPlan> block = cheapest();
                for (QuotaPlan plan : block.subList(0, Math.min(settings.blockWindows(), block.size()))) {
                    Step step = environment.step(plan);
                    Optional<TwinSnapshot> next = happened(environment, step);
                    if (next.isEmpty()) {
                        return tally.score("the environment failed in window " + window);
                    }
                    window++;
                    tally.add(next.get(), Reward.of(next.get(), before));
                    remember(next.get());
                    before = plan;
                    if (!(step instanceof Step.Running)) {
                        return tally.score("");
                    }
                }
            }
        }

        private void remember(TwinSnapshot snapshot) {
            past.addLast(snapshot);
            if (past.size() > REMEMBERED_WINDOWS) {
                past.removeFirst();
            }
        }

        private List<QuotaPlan> cheapest() {
            Rollout best = rollout(
                    at -> known.get(Math.min(window + at, known.size() - 1)), next -> {}, Double.POSITIVE_INFINITY);
            for (Supplier<Policy> fresh : promising) {
                best = cheaper(best, rollout(fresh.get(), best.cost));
            }
            for (int i = 0; i < settings.mutations(); i++) {
                QuotaPlan bent = bent(best.plans.get(random.nextInt(best.plans.size())));
                best = cheaper(best, rollout(at -> bent, next -> {}, best.cost));
            }
            return best.plans;
        }

        private static Rollout cheaper(Rollout best, Rollout next) {
            return next.cost < best.cost ? next : best;
        }

        /** A policy goes on from here, knowing what really happened of late and seeing what really happens. */
        private Rollout rollout(Policy policy, double limit) {
            policy.restart();
            List<TwinSnapshot> recent = List.copyOf(past);
            recent.subList(0, recent.size() - 1).forEach(policy::decide);
            TwinSnapshot[] now = {recent.getLast()};
            return rollout(at -> policy.decide(now[0]).plan(), next -> now[0] = next, limit);
        }

        /** Gives up when it costs as much as the limit: no window costs less than nothing. */
        private Rollout rollout(IntFunction<QuotaPlan> plans, Consumer<TwinSnapshot> seen, double limit) {
            List<QuotaPlan> used = new ArrayList<>();
            double sum = 0;
            QuotaPlan last = before;
            try (Environment fork = environment.fork()) {
                for (int at = 0; at < settings.horizonWindows() && sum < limit; at++) {
                    QuotaPlan plan = plans.apply(at);
                    Step step = fork.step(plan);
                    used.add(plan);
                    Optional<TwinSnapshot> next = happened(fork, step);
                    if (next.isEmpty()) {
                        return new Rollout(Double.POSITIVE_INFINITY, used);
                    }
                    sum += cost.of(next.get(), last);
                    last = plan;
                    if (!(step instanceof Step.Running)) {
                        break;
                    }
                    seen.accept(next.get());
                }
            }
            return new Rollout(sum, used);
        }

        /** A plan that differs: a few percent go from one slice to another or are given up, or a ceiling moves. */
        private QuotaPlan bent(QuotaPlan plan) {
            int slices = plan.slices();
            int move = MOVES[random.nextInt(MOVES.length)];
            int from = random.nextInt(slices);
            int to = random.nextInt(slices);
            int kind = random.nextInt(4);
            int spare = 100;
            for (PrbQuota quota : plan.quotas()) {
                spare -= quota.minPercent();
            }
            int freed = kind == 0 ? 0 : Math.min(move, plan.quota(from).minPercent());
            int given = kind == 1 ? 0 : Math.min(move, spare + freed);
            List<PrbQuota> quotas = new ArrayList<>(slices);
            for (int i = 0; i < slices; i++) {
                PrbQuota quota = plan.quota(i);
                int min = quota.minPercent() - (i == from ? freed : 0) + (i == to ? given : 0);
                int max = kind == 3 && i == from ? quota.maxPercent() - 2 * move : 100;
                quotas.add(new PrbQuota(0, min, Math.clamp(max, min, 100)));
            }
            return new QuotaPlan(quotas);
        }
    }

    private static Optional<TwinSnapshot> happened(Environment environment, Step step) {
        Optional<TwinSnapshot> reported = switch (step) {
            case Step.Running(TwinSnapshot snapshot) -> Optional.of(snapshot);
            case Step.Terminated(TwinSnapshot snapshot) -> Optional.of(snapshot);
            case Step.Truncated(TwinSnapshot snapshot) -> Optional.of(snapshot);
            case Step.Failed _ -> Optional.empty();
        };
        return reported.map(snapshot -> environment.truth().orElse(snapshot));
    }
}
