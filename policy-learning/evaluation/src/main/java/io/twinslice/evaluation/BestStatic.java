package io.twinslice.evaluation;

import io.twinslice.env.Environment;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.Well19937c;

/**
 * The best plan that never changes, found by CMA-ES (Hansen) over the raw numbers of {@link ActionMapping}: the bar for
 * everything that is meant to adapt.
 *
 * <p>The same seeds give the same plan on any executor; the episodes of one plan run in parallel.
 */
public final class BestStatic {
    private static final double START_SPREAD = 1.5;

    private BestStatic() {}

    /**
     * What the search found.
     *
     * @param plan the cheapest plan tried
     * @param cost its mean cost over the training seeds
     * @param evaluations plans tried
     */
    public record Found(QuotaPlan plan, double cost, int evaluations) {}

    /**
     * Searches.
     *
     * @param environments makes a fresh environment for each episode
     * @param slices of the scenario
     * @param trainingSeeds every plan plays all of them; keep them apart from the seeds of the comparison
     * @param cost of an episode, less is better, for example {@link EpisodeScore#violationSeconds()}; a failed episode
     *     makes the plan worthless
     * @param maxEvaluations plans to try, at least 1
     * @param seed of the search
     */
    public static Found search(
            Supplier<Environment> environments,
            int slices,
            List<Long> trainingSeeds,
            ToDoubleFunction<EpisodeScore> cost,
            int maxEvaluations,
            long seed,
            Executor executor) {
        return search(environments, slices, trainingSeeds, cost, maxEvaluations, seed, List.of(), executor);
    }

    /**
     * As above.
     *
     * @param known plans that are tried too, before the search and beyond its budget: what is found is no worse than
     *     any
     */
    public static Found search(
            Supplier<Environment> environments,
            int slices,
            List<Long> trainingSeeds,
            ToDoubleFunction<EpisodeScore> cost,
            int maxEvaluations,
            long seed,
            List<QuotaPlan> known,
            Executor executor) {
        Search search = new Search(environments, slices, trainingSeeds, cost, executor);
        known.forEach(search::cost);
        int dimensions = slices * ActionMapping.PER_SLICE;
        double[] start = new double[dimensions];
        double[] spread = new double[dimensions];
        double[] low = new double[dimensions];
        double[] high = new double[dimensions];
        Arrays.fill(spread, START_SPREAD);
        Arrays.fill(low, -ActionMapping.LIMIT);
        Arrays.fill(high, ActionMapping.LIMIT);
        CMAESOptimizer optimizer = new CMAESOptimizer(
                Integer.MAX_VALUE, 0, true, 0, 0, new Well19937c(seed), false, (iteration, previous, current) -> false);
        try {
            optimizer.optimize(
                    new MaxEval(maxEvaluations),
                    new ObjectiveFunction(search::cost),
                    GoalType.MINIMIZE,
                    new InitialGuess(start),
                    new CMAESOptimizer.Sigma(spread),
                    new CMAESOptimizer.PopulationSize(4 + (int) (3 * StrictMath.log(dimensions))),
                    new SimpleBounds(low, high));
        } catch (TooManyEvaluationsException e) {
            // The budget is used up: what was best until then is the answer.
            return search.found();
        }
        return search.found();
    }

    /**
     * The plans that stand for policies: the mean minimum ratios that each sets in one episode, ceilings open. Good
     * plans to begin a search with.
     *
     * @param seed of the episode
     */
    public static List<QuotaPlan> meanPlans(Supplier<Environment> environments, List<Policy> policies, long seed) {
        List<QuotaPlan> means = new ArrayList<>();
        for (Policy policy : policies) {
            try (Recorder recorder = new Recorder(environments.get())) {
                EpisodeRunner.run(recorder, policy, seed);
                if (!recorder.plans().isEmpty()) {
                    means.add(mean(recorder.plans()));
                }
            }
        }
        return means;
    }

    private static QuotaPlan mean(List<QuotaPlan> plans) {
        List<PrbQuota> quotas = new ArrayList<>();
        for (int slice = 0; slice < plans.getFirst().slices(); slice++) {
            long sum = 0;
            for (QuotaPlan plan : plans) {
                sum += plan.quota(slice).minPercent();
            }
            quotas.add(new PrbQuota(0, (int) (sum / plans.size()), 100));
        }
        return new QuotaPlan(quotas);
    }

    private static final class Search {
        private final Supplier<Environment> environments;
        private final int slices;
        private final List<Long> seeds;
        private final ToDoubleFunction<EpisodeScore> cost;
        private final Executor executor;
        private QuotaPlan best;
        private double bestCost = Double.POSITIVE_INFINITY;
        private int evaluations;

        private Search(
                Supplier<Environment> environments,
                int slices,
                List<Long> seeds,
                ToDoubleFunction<EpisodeScore> cost,
                Executor executor) {
            this.environments = environments;
            this.slices = slices;
            this.seeds = List.copyOf(seeds);
            this.cost = cost;
            this.executor = executor;
            best = QuotaPlan.equalSplit(slices);
        }

        private double cost(double[] point) {
            float[] raw = new float[point.length];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = (float) point[i];
            }
            return cost(ActionMapping.toPlan(raw, slices));
        }

        private double cost(QuotaPlan plan) {
            double mean = mean(plan);
            evaluations++;
            if (mean < bestCost) {
                bestCost = mean;
                best = plan;
            }
            return mean;
        }

        private double mean(QuotaPlan plan) {
            List<Double> costs = IndexedTasks.run(
                    seeds.size(),
                    i -> {
                        try (Environment environment = environments.get()) {
                            EpisodeScore score =
                                    EpisodeRunner.run(environment, Baselines.fixed("static", plan), seeds.get(i));
                            return score.failed() ? Double.MAX_VALUE / seeds.size() : cost.applyAsDouble(score);
                        }
                    },
                    executor);
            double sum = 0;
            for (double each : costs) {
                sum += each;
            }
            return sum / costs.size();
        }

        private Found found() {
            return new Found(best, bestCost, evaluations);
        }
    }
}
