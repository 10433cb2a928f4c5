package io.twinslice.trainer;

import io.twinslice.env.NamedScenario;
import io.twinslice.env.Split;
import io.twinslice.evaluation.BestStatic;
import io.twinslice.evaluation.EpisodeCost;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.evaluation.PairedDifference;
import io.twinslice.evaluation.PolicyComparison;
import io.twinslice.evaluation.PolicyRow;
import io.twinslice.learners.RolloutPool;
import io.twinslice.model.QuotaPlan;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The comparison at the end of a plan: the learned policy, every rule that needs no learning and the best static plan
 * on the same episodes of each scenario. The best static plan is searched on training episodes. Numbers follow from
 * plan and network alone.
 */
public final class PlanBenchmark {
    /** The learned policy in the table. */
    public static final String LEARNED = "learned";

    /** The best static plan in the table. */
    public static final String BEST_STATIC = "best-static";

    private static final int SEARCH_SEED = 1;

    private final TrainingPlan plan;
    private final RolloutPool pool;
    private final Executor executor;

    /**
     * @param pool plays the episodes of the comparison
     * @param executor plays those of the search for the best static plan, in this process
     */
    public PlanBenchmark(TrainingPlan plan, RolloutPool pool, Executor executor) {
        this.plan = plan;
        this.pool = pool;
        this.executor = executor;
    }

    /**
     * One scenario of the comparison.
     *
     * @param scenario its name
     * @param bestStatic what the search found
     * @param rows one for each policy, the learned first
     * @param minusBestStatic the learned policy minus the best static plan, seed by seed
     */
    public record Table(String scenario, QuotaPlan bestStatic, List<PolicyRow> rows, PairedDifference minusBestStatic) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** One table for each scenario. */
    public List<Table> play(Mlp network, Consumer<String> begun) {
        List<Table> tables = new ArrayList<>();
        List<NamedScenario> training = plan.training();
        List<NamedScenario> tests = plan.tests();
        for (int s = 0; s < tests.size(); s++) {
            begun.accept(tests.get(s).name());
            tables.add(table(
                    tests.get(s),
                    NamedScenario.of(
                            tests.get(s).name(),
                            Split.TRAIN,
                            training.get(s).scenario().windows()),
                    network));
        }
        return tables;
    }

    private Table table(NamedScenario test, NamedScenario train, Mlp network) {
        int slices = test.scenario().twins().size();
        QuotaPlan best = bestStatic(train, slices);
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(LEARNED, learned(network));
        List<Policy> rules = Baselines.rules(slices);
        for (int i = 0; i < rules.size(); i++) {
            contenders.put(rules.get(i).name(), new Contender.Rule(i));
        }
        contenders.put(BEST_STATIC, new Contender.Fixed(best));
        List<Long> seeds = Split.TEST.seeds(plan.benchmark().episodes());
        List<Supplier<EpisodeScore>> tasks = new ArrayList<>();
        for (Contender contender : contenders.values()) {
            for (long seed : seeds) {
                tasks.add(new ScoredEpisode(test, contender, seed));
            }
        }
        List<EpisodeScore> flat = pool.run(tasks);
        List<List<EpisodeScore>> scores = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            scores.add(flat.subList(i * seeds.size(), (i + 1) * seeds.size()));
        }
        PolicyComparison comparison = PolicyComparison.of(List.copyOf(contenders.keySet()), scores);
        return new Table(test.name(), best, comparison.rows(), comparison.difference(LEARNED, BEST_STATIC));
    }

    private Contender learned(Mlp network) {
        return switch (plan.learner()) {
            case TrainingPlan.Erl erl ->
                new Contender.Learned(
                        network,
                        erl.settings().guard().floorPercent(),
                        erl.settings().guard().maxStepPercent());
        };
    }

    private QuotaPlan bestStatic(NamedScenario train, int slices) {
        EpisodeCost cost =
                EpisodeCost.of(train.scenario().twins(), train.scenario().windows());
        List<QuotaPlan> known = new ArrayList<>(
                List.of(QuotaPlan.equalSplit(slices), QuotaPlan.equalGuarantee(slices), QuotaPlan.unsliced(slices)));
        known.addAll(BestStatic.meanPlans(
                train, Baselines.rules(slices), Split.TRAIN.seeds(1).getFirst()));
        return BestStatic.search(
                        train,
                        slices,
                        Split.TRAIN.seeds(plan.benchmark().staticEpisodes()),
                        cost::of,
                        plan.benchmark().staticPlans(),
                        SEARCH_SEED,
                        known,
                        executor)
                .plan();
    }
}
