package io.twinslice.learners.suite;

import io.twinslice.env.Environment;
import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.SplitMix;
import io.twinslice.model.QuotaPlan;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Certified ERL: evolves linear heads over a representation that cost critics shaped, and ranks them by what a
 * certificate asks for.
 *
 * <ol>
 *   <li><b>Library.</b> Constant plans race on whole episodes; the winner and the plans that complement it best are
 *       what the policy chooses among ({@link PlanLibrary}).
 *   <li><b>Critics.</b> From moments of its own episodes every plan of the repertoire is tried in a fork of the
 *       episode. What that cost each twin is what the cost critics learn: two layers that all share, and an output for
 *       each plan and twin ({@link CostCritics}). This is policy iteration by rollouts (Lagoudakis and Parr 2003) on a
 *       twin that can be forked, and its labels are paired: all plans meet the same future.
 *   <li><b>Heads.</b> An individual is a linear head on the shared layers and a patience. The first ones add the
 *       critics up; one never leaves the winner of the race. They compete on paired episodes by {@link Fitness}, not by
 *       what critics believe.
 *   <li><b>Selection.</b> On another split of the scenario. Nothing is chosen that breaks more promises there than the
 *       constant plan.
 * </ol>
 *
 * <p>Results do not depend on the pool. Not thread-safe.
 */
public final class CertifiedErl {
    private static final double ADVENTURE = 0.05;
    private static final double FIRST_ADVENTURE = 0.15;
    private static final List<Double> PATIENCE = List.of(0.02, 0.0, 0.05, 0.1);
    private static final double STAYS = Double.POSITIVE_INFINITY;

    private final SuitePlan plan;
    private final RolloutPool pool;
    private final Kernel kernel;

    /**
     * @param pool where episodes are played
     * @param kernel arithmetic of the gradient steps
     */
    public CertifiedErl(SuitePlan plan, RolloutPool pool, Kernel kernel) {
        this.plan = plan;
        this.pool = pool;
        this.kernel = kernel;
    }

    /** A head and its patience. */
    private record Individual(Mlp network, double patience) {}

    /**
     * Learns a policy for one cell.
     *
     * @param progress told what begins
     */
    public Learned learn(SuiteCell given, Consumer<String> progress) {
        LongAdder steps = new LongAdder();
        SuiteCell cell = given.counted(steps);
        progress.accept("race of constant plans");
        List<QuotaPlan> candidates =
                PlanLibrary.candidates(cell.known(), plan.candidates(), random(Purpose.CANDIDATES, 0));
        QuotaPlan best = PlanLibrary.race(candidates, plan, cell, pool);
        progress.accept("repertoire of plans");
        List<QuotaPlan> repertoire = PlanLibrary.cover(best, candidates, plan, cell, pool);
        CostCritics critics = new CostCritics(cell.slices(), repertoire.size(), kernel, random(Purpose.NETWORK, 0));
        List<CostCritics.Moment> moments = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            progress.accept("what each plan costs, round " + (round + 1));
            gather(cell, repertoire, critics.summed(), round).forEach(moments::addAll);
            critics.fit(moments, plan.fitSteps(), random(Purpose.FIT, round));
        }
        progress.accept("heads");
        List<Individual> finalists = evolved(cell, repertoire, critics.summed());
        List<Fitness> fitness = fitness(finalists, repertoire, cell.selection(), cell.selectionSeeds());
        int stays = finalists.size() - 1;
        int chosen = best(fitness);
        Individual winner = finalists.get(chosen);
        return new Learned(
                repertoire, winner.network(), winner.patience(), fitness.get(chosen), fitness.get(stays), steps.sum());
    }

    private List<List<CostCritics.Moment>> gather(SuiteCell cell, List<QuotaPlan> repertoire, Mlp network, int round) {
        List<Supplier<List<CostCritics.Moment>>> tasks = new ArrayList<>();
        for (int e = 0; e < plan.roundEpisodes(); e++) {
            int place = round * plan.roundEpisodes() + e;
            tasks.add(() -> gathered(cell, repertoire, network, round, place));
        }
        return pool.run(tasks);
    }

    private List<CostCritics.Moment> gathered(
            SuiteCell cell, List<QuotaPlan> repertoire, Mlp network, int round, int place) {
        SplitMix random = random(Purpose.GATHER, place);
        // Nothing is known before the first fit: stay with the first plan, and leave it more often.
        ChoosingPolicy policy = choosing(new Individual(network, round == 0 ? STAYS : PATIENCE.getFirst()), repertoire)
                .exploring(round == 0 ? FIRST_ADVENTURE : ADVENTURE, random);
        policy.restart();
        List<CostCritics.Moment> moments = new ArrayList<>();
        try (Play play = Play.begin(cell.training(), cell.trainingSeed(place))) {
            int offset = random.nextInt(plan.every());
            for (int window = 0; play.goesOn(); window++) {
                QuotaPlan next = play.inForce();
                if (play.hasNews()) {
                    next = policy.decide(play.reported()).plan();
                    if (window % plan.every() == offset) {
                        moments.add(new CostCritics.Moment(policy.seen().clone(), costs(play, repertoire)));
                    }
                }
                play.step(next);
            }
        }
        return moments;
    }

    /** What each plan would cost each twin and in PRBs, one plan after the other. */
    private float[] costs(Play play, List<QuotaPlan> repertoire) {
        int each = repertoire.getFirst().slices() + 1;
        float[] costs = new float[repertoire.size() * each];
        for (int p = 0; p < repertoire.size(); p++) {
            play.costs(repertoire.get(p), plan.horizonWindows(), plan.prbSecondPrice(), costs, p * each);
        }
        return costs;
    }

    /** The founders, the best of all generations, and last the one that never leaves the first plan. */
    private List<Individual> evolved(SuiteCell cell, List<QuotaPlan> repertoire, Mlp network) {
        Map<String, Individual> finalists = new LinkedHashMap<>();
        List<Individual> population = new ArrayList<>();
        for (double patience : PATIENCE) {
            population.add(new Individual(network, patience));
        }
        population.forEach(each -> finalists.put(key(each), each));
        SplitMix random = random(Purpose.BREED, 0);
        while (population.size() < plan.population()) {
            population.add(child(population.get(population.size() % PATIENCE.size()), repertoire.size(), random));
        }
        int episodes = plan.fitnessEpisodes();
        for (int g = 0; g < plan.generations(); g++) {
            List<Long> seeds = new ArrayList<>();
            for (int e = 0; e < episodes; e++) {
                seeds.add(cell.trainingSeed(plan.rounds() * plan.roundEpisodes() + g * episodes + e));
            }
            List<Fitness> fitness = fitness(population, repertoire, cell.training(), seeds);
            List<Individual> parents = population;
            List<Individual> next = new ArrayList<>(ranked(fitness).stream()
                    .limit(Math.max(1, plan.population() / 3))
                    .map(parents::get)
                    .toList());
            next.forEach(each -> finalists.put(key(each), each));
            int elites = next.size();
            for (int c = 0; next.size() < plan.population(); c++) {
                next.add(child(next.get(c % elites), repertoire.size(), random));
            }
            population = next;
        }
        List<Individual> all = new ArrayList<>(finalists.values());
        all.add(new Individual(network, STAYS));
        return all;
    }

    private static String key(Individual individual) {
        return individual.patience() + " "
                + Arrays.hashCode(individual.network().parameters());
    }

    /** Changes every weight of the head a little, and the patience. */
    private static Individual child(Individual parent, int plans, SplitMix random) {
        float[] parameters = parent.network().parameters().clone();
        int head = (CostCritics.WIDTH + 1) * plans;
        for (int i = parameters.length - head; i < parameters.length; i++) {
            parameters[i] += (float) (0.1 * (Math.abs(parameters[i]) + 0.02) * random.nextGaussian());
        }
        double patience = Math.max(0, parent.patience() + 0.02 * random.nextGaussian());
        return new Individual(new Mlp(parent.network().shape(), parameters), patience);
    }

    private List<Fitness> fitness(
            List<Individual> individuals,
            List<QuotaPlan> repertoire,
            Supplier<Environment> environments,
            List<Long> seeds) {
        List<Supplier<Play.Outcome>> tasks = new ArrayList<>();
        for (Individual individual : individuals) {
            for (long seed : seeds) {
                tasks.add(() -> Play.whole(environments, seed, choosing(individual, repertoire)));
            }
        }
        List<Play.Outcome> outcomes = pool.run(tasks);
        List<Fitness> fitness = new ArrayList<>();
        for (int i = 0; i < individuals.size(); i++) {
            fitness.add(Fitness.of(outcomes.subList(i * seeds.size(), (i + 1) * seeds.size())));
        }
        return fitness;
    }

    private static ChoosingPolicy choosing(Individual individual, List<QuotaPlan> repertoire) {
        Shape shape = individual.network().shape();
        Mlp own = new Mlp(shape, individual.network().parameters());
        return new ChoosingPolicy("individual", repertoire, own, individual.patience());
    }

    /** Places, the best first; of equals the first first. */
    private static List<Integer> ranked(List<Fitness> fitness) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < fitness.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(fitness::get));
        return order;
    }

    private static int best(List<Fitness> fitness) {
        return ranked(fitness).getFirst();
    }

    private SplitMix random(Purpose purpose, int place) {
        return new SplitMix(SplitMix.seed(plan.seed(), purpose.number(), place));
    }
}
