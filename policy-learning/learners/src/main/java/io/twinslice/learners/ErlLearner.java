package io.twinslice.learners;

import io.twinslice.env.Environment;
import io.twinslice.env.NamedScenario;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Evolutionary reinforcement learning: a population searches by broken promises first and PRBs second, and an
 * off-policy learner follows gradients on what the whole population has seen.
 *
 * <p>Each generation, side by side: every genome plays the same episodes, the learner's actor plays them with noise,
 * and the learner trains on the buffer as the last generation left it. Then the ranked genomes breed, and now and then
 * the actor takes the weakest place. The first population holds clones of the rule-based baselines, mutants of them and
 * random networks. At the end the champions of the last generations, the actor and the clones play the selection seeds,
 * and the best of them is the result.
 *
 * <p>Results do not depend on the pool or the kernel. One run at a time; not thread-safe.
 */
public final class ErlLearner {
    /** What a random number is for; the number of the purpose is part of its seed and never changes. */
    private enum Purpose {
        DEMONSTRATION(1),
        CLONE(2),
        FIRST(3),
        CRITIC(4),
        TRAINING(5),
        NOISE(6),
        LEARNING(7),
        BREEDING(8),
        SELECTION(9);

        private final long number;

        Purpose(long number) {
            this.number = number;
        }
    }

    private static final int DEMONSTRATIONS = 4;
    private static final int CHAMPIONS = 12;
    private static final int FINALISTS = 4;

    private final ErlPlan plan;
    private final List<Supplier<Environment>> scenarios;
    private final RolloutPool pool;
    private final Kernel kernel;
    private final Breeding breeding;

    /**
     * @param scenarios what the policy is trained on; each call gives a new environment, used by one thread
     * @param pool where rollouts run
     * @param kernel arithmetic of the gradient steps
     */
    public ErlLearner(ErlPlan plan, List<Supplier<Environment>> scenarios, RolloutPool pool, Kernel kernel) {
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException("training needs at least one scenario");
        }
        this.plan = plan;
        this.scenarios = List.copyOf(scenarios);
        this.pool = pool;
        this.kernel = kernel;
        breeding = new Breeding(plan);
    }

    /**
     * Trains from the beginning, or from the latest checkpoint of the same plan. The scenarios must be the same as
     * then.
     *
     * @param progress told after every generation, in this thread; what it throws ends the run
     */
    public TrainingOutcome run(Checkpoints checkpoints, Consumer<TrainingProgress> progress) {
        Run run = checkpoints.latest(plan).map(this::resumed).orElseGet(this::begun);
        while (run.curve.size() < plan.generations()) {
            TrainingProgress told = generation(run);
            run.curve.add(told);
            checkpoints.save(plan, run.checkpoint(), run.curve.size() == plan.generations());
            progress.accept(told);
        }
        return selected(run);
    }

    /** What changes from generation to generation. */
    private static final class Run {
        final List<float[]> clones;
        final ReplayBuffer buffer;
        final List<TrainingProgress> curve = new ArrayList<>();

        /** The best genomes of the last generations, oldest first. */
        final List<float[]> champions = new ArrayList<>();

        ActorCritic learner;
        /** The last generation, best first; before the first generation, the founders. */
        List<float[]> genomes;

        long steps;

        Run(List<float[]> clones, List<float[]> genomes, ReplayBuffer buffer, ActorCritic learner) {
            this.clones = clones;
            this.genomes = genomes;
            this.buffer = buffer;
            this.learner = learner;
        }

        void crown() {
            float[] best = genomes.get(0);
            champions.removeIf(champion -> Arrays.equals(champion, best));
            champions.add(best);
            if (champions.size() > CHAMPIONS) {
                champions.remove(0);
            }
        }

        Checkpoint checkpoint() {
            return new Checkpoint(steps, curve, clones, champions, genomes, learner.state(), buffer.episodes());
        }
    }

    private Run resumed(Checkpoint checkpoint) {
        ReplayBuffer buffer = new ReplayBuffer(plan.offPolicy().bufferWindows());
        buffer.addAll(checkpoint.episodes());
        ActorCritic learner = learner(checkpoint.genomes().get(0), 0);
        learner.restore(checkpoint.learner());
        Run run = new Run(checkpoint.clones(), checkpoint.genomes(), buffer, learner);
        run.curve.addAll(checkpoint.curve());
        run.champions.addAll(checkpoint.champions());
        run.steps = checkpoint.environmentSteps();
        return run;
    }

    private Run begun() {
        List<Player> baselines = List.of(Player.Rule.PROPORTIONAL, Player.Rule.DRIFT_PLUS_PENALTY);
        int episodes = Math.max(DEMONSTRATIONS, scenarios.size());
        List<Supplier<EpisodeResult>> tasks = new ArrayList<>();
        for (int b = 0; b < baselines.size(); b++) {
            for (int e = 0; e < episodes; e++) {
                tasks.add(rollout(e, seed(Purpose.DEMONSTRATION, b, e), baselines.get(b)));
            }
        }
        List<EpisodeResult> results = pool.run(tasks);
        ReplayBuffer buffer = new ReplayBuffer(plan.offPolicy().bufferWindows());
        buffer.addAll(trajectories(results));
        List<Supplier<float[]>> cloning = new ArrayList<>();
        for (int b = 0; b < baselines.size(); b++) {
            int baseline = b;
            List<EpisodeResult> shown = results.subList(b * episodes, (b + 1) * episodes);
            cloning.add(() -> clone(baseline, trajectories(shown)));
        }
        List<float[]> clones = pool.run(cloning);
        Run run = new Run(clones, founders(clones), buffer, learner(clones.get(0), 0));
        run.steps = windows(results);
        return run;
    }

    private float[] clone(int baseline, List<Trajectory> shown) {
        SplitMix random = new SplitMix(seed(Purpose.CLONE, baseline));
        Mlp start = Mlp.random(plan.layerSizes(), 0.1f, random);
        ReplayBuffer recorded = new ReplayBuffer(Integer.MAX_VALUE);
        recorded.addAll(shown);
        int steps = recorded.size() == 0 ? 0 : plan.cloneSteps();
        return Imitation.clone(start, recorded, steps, plan.offPolicy().batchRows(), kernel, random)
                .parameters();
    }

    /** The clones, mutants of them up to half of the population, random networks. */
    private List<float[]> founders(List<float[]> clones) {
        List<float[]> founders = new ArrayList<>(clones);
        while (founders.size() < plan.population()) {
            int place = founders.size();
            SplitMix random = new SplitMix(seed(Purpose.FIRST, place));
            if (place < plan.population() / 2) {
                float[] mutant = clones.get(place % clones.size()).clone();
                breeding.mutate(mutant, random);
                founders.add(mutant);
            } else {
                founders.add(lending(random));
            }
        }
        return founders;
    }

    /** A random network that leans towards lending: little dedicated, high ceilings, any level of guarantees. */
    private float[] lending(SplitMix random) {
        float[] genome = Mlp.random(plan.layerSizes(), 1f, random).parameters();
        int biases = genome.length - ActionMapping.PER_SLICE;
        genome[biases + 1] = (float) random.nextGaussian();
        genome[biases + 2] = -3;
        genome[biases + 3] = 3;
        return genome;
    }

    private ActorCritic learner(float[] actor, int generation) {
        SplitMix random = new SplitMix(seed(Purpose.CRITIC, generation));
        return new ActorCritic(plan, new Mlp(plan.layerSizes(), actor), kernel, random);
    }

    private TrainingProgress generation(Run run) {
        int g = run.curve.size();
        if (g > 0) {
            run.genomes = breeding.next(run.genomes, new SplitMix(seed(Purpose.BREEDING, g)));
            if (g % plan.evolution().injectEvery() == 0) {
                run.genomes.set(plan.population() - 1, run.learner.actor().parameters());
            }
        }
        int episodes = plan.episodesPerGenome();
        Mlp actor = run.learner.actor();
        double[] loss = new double[1];
        List<Supplier<EpisodeResult>> tasks = new ArrayList<>();
        tasks.add(() -> learned(run, g, loss));
        for (float[] genome : run.genomes) {
            for (int e = 0; e < episodes; e++) {
                tasks.add(rollout(g * episodes + e, seed(Purpose.TRAINING, g, e), player(network(genome))));
            }
        }
        for (int e = 0; e < episodes; e++) {
            long noise = seed(Purpose.NOISE, g, e);
            Player exploring =
                    new Player.Exploring(player(actor), plan.offPolicy().exploration(), noise);
            tasks.add(rollout(g * episodes + e, seed(Purpose.TRAINING, g, e), exploring));
        }
        List<EpisodeResult> results = pool.run(tasks);
        List<EpisodeResult> played = results.subList(1, results.size());
        run.buffer.addAll(trajectories(played));
        run.steps += windows(played);
        List<Fitness> fitness = IntStream.rangeClosed(0, plan.population())
                .mapToObj(p -> Fitness.of(played.subList(p * episodes, (p + 1) * episodes)))
                .toList();
        List<Integer> order = ranked(fitness.subList(0, plan.population()));
        run.genomes = new ArrayList<>(order.stream().map(run.genomes::get).toList());
        run.crown();
        if (!run.learner.isFinite()) {
            run.learner = learner(run.genomes.get(0), g + 1);
        }
        return told(g, fitness, order, run.steps, loss[0]);
    }

    /** The learner's share of a generation, dressed as the first task because it is the longest. */
    private EpisodeResult learned(Run run, int generation, double[] loss) {
        SplitMix random = new SplitMix(seed(Purpose.LEARNING, generation));
        loss[0] = run.learner.learn(run.buffer, plan.offPolicy().updatesPerGeneration(), random);
        return new EpisodeResult(Optional.empty(), 0, 0, 0, 0);
    }

    private TrainingProgress told(int g, List<Fitness> fitness, List<Integer> order, long steps, double loss) {
        Fitness best = fitness.get(order.get(0));
        double mean = order.stream()
                .mapToDouble(p -> fitness.get(p).violationsPermille())
                .average()
                .orElse(0);
        int failed = fitness.stream().mapToInt(Fitness::failedEpisodes).sum();
        return new TrainingProgress(
                g + 1,
                plan.generations(),
                best.violationsPermille(),
                mean,
                fitness.get(plan.population()).violationsPermille(),
                best.reward(),
                best.heldPrbs(),
                steps,
                loss,
                failed);
    }

    private record Candidate(String origin, Mlp network) {}

    /** Two rounds: everybody plays the first half of the selection seeds, the best of them all of the rest too. */
    private TrainingOutcome selected(Run run) {
        List<Candidate> candidates = new ArrayList<>();
        run.champions.reversed().forEach(genome -> candidates.add(new Candidate("genome", network(genome))));
        candidates.add(new Candidate("actor", run.learner.actor()));
        run.clones.forEach(clone -> candidates.add(new Candidate("clone", network(clone))));
        int all = plan.selectionEpisodes() * scenarios.size();
        int half = (all + 1) / 2;
        List<List<EpisodeResult>> played = played(candidates, 0, half);
        run.steps += played.stream().mapToLong(ErlLearner::windows).sum();
        List<Integer> order = ranked(played.stream().map(Fitness::of).toList());
        List<Integer> finalists = order.subList(0, Math.min(FINALISTS, order.size()));
        List<Candidate> last = finalists.stream().map(candidates::get).toList();
        List<List<EpisodeResult>> second = played(last, half, all);
        run.steps += second.stream().mapToLong(ErlLearner::windows).sum();
        List<Fitness> fitness = new ArrayList<>();
        for (int f = 0; f < last.size(); f++) {
            List<EpisodeResult> both = new ArrayList<>(played.get(finalists.get(f)));
            both.addAll(second.get(f));
            fitness.add(Fitness.of(both));
        }
        int best = ranked(fitness).get(0);
        if (Double.isInfinite(fitness.get(best).violationsPermille())) {
            throw new IllegalStateException("no policy can be chosen: the scenarios failed in every selection episode");
        }
        return new TrainingOutcome(
                last.get(best).network(),
                last.get(best).origin(),
                fitness.get(best).violationsPermille(),
                fitness.get(best).heldPrbs(),
                run.curve,
                run.steps);
    }

    /** The results of each candidate on the selection episodes from..to − 1. */
    private List<List<EpisodeResult>> played(List<Candidate> candidates, int from, int to) {
        List<Supplier<EpisodeResult>> tasks = new ArrayList<>();
        for (Candidate candidate : candidates) {
            for (int e = from; e < to; e++) {
                tasks.add(rollout(e, seed(Purpose.SELECTION, e), player(candidate.network())));
            }
        }
        List<EpisodeResult> results = pool.run(tasks);
        int each = to - from;
        return IntStream.range(0, candidates.size())
                .mapToObj(c -> results.subList(c * each, (c + 1) * each))
                .toList();
    }

    /** Indices, best first; of equals, the first first. */
    private static List<Integer> ranked(List<Fitness> fitness) {
        return IntStream.range(0, fitness.size())
                .boxed()
                .sorted(Comparator.comparingDouble(p -> fitness.get(p).cost()))
                .toList();
    }

    /** Where the scenario has a name, the task can travel. */
    private Supplier<EpisodeResult> rollout(int turn, long seed, Player player) {
        Supplier<Environment> scenario = scenarios.get(turn % scenarios.size());
        return scenario instanceof NamedScenario named
                ? new RolloutTask(plan, named, seed, player)
                : () -> Rollout.play(plan, scenario, seed, player.get());
    }

    private Mlp network(float[] genome) {
        return new Mlp(plan.layerSizes(), genome);
    }

    private static Player.Network player(Mlp network) {
        return new Player.Network(network.layerSizes(), network.parameters());
    }

    private static List<Trajectory> trajectories(List<EpisodeResult> results) {
        return results.stream().flatMap(r -> r.trajectory().stream()).toList();
    }

    private static long windows(List<EpisodeResult> results) {
        return results.stream().mapToLong(EpisodeResult::windows).sum();
    }

    private long seed(Purpose purpose, long... path) {
        return SplitMix.seed(SplitMix.seed(plan.seed(), purpose.number), path);
    }
}
