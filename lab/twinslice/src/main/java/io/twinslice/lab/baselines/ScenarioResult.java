package io.twinslice.lab.baselines;

import io.twinslice.env.Scenario;
import io.twinslice.evaluation.EpisodeCost;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.evaluation.Estimate;
import io.twinslice.evaluation.NormalisedScore;
import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What came out on one scenario.
 *
 * @param scenario that was played
 * @param bestStatic the plan that the search found on the train split
 * @param cost of an episode
 * @param scores the episodes of each policy, in the order of the same seeds
 */
record ScenarioResult(
        Scenario scenario, QuotaPlan bestStatic, EpisodeCost cost, Map<String, List<EpisodeScore>> scores) {
    private static final long BOOTSTRAP_SEED = 0xBA5E_115EL;

    /**
     * One line of the table; estimates are per episode.
     *
     * @param normalised 0 is the best static plan, 1 the oracle; NaN when they do not differ
     */
    record Row(
            String policy,
            int episodes,
            int failedEpisodes,
            Estimate violationSeconds,
            Estimate prbSeconds,
            Estimate prbShare,
            Estimate aoiP99Millis,
            Estimate normalised) {}

    ScenarioResult {
        scores = new LinkedHashMap<>(scores);
    }

    /** The policies, the fewest violation seconds first. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<Integer> paired = paired();
        for (String policy : scores.keySet()) {
            rows.add(row(policy, paired));
        }
        rows.sort((a, b) -> Double.compare(meanCost(a.policy(), paired), meanCost(b.policy(), paired)));
        return rows;
    }

    /** Mean cost of the best static plan less that of the oracle. */
    double headroomSeconds() {
        List<Integer> paired = paired();
        return meanCost(ScenarioStudy.BEST_STATIC, paired) - meanCost(ScenarioStudy.ORACLE, paired);
    }

    /** Whether the oracle costs less than every other policy. */
    boolean oracleIsFirst() {
        List<Integer> paired = paired();
        double oracle = meanCost(ScenarioStudy.ORACLE, paired);
        return !paired.isEmpty()
                && scores.keySet().stream()
                        .filter(policy -> !policy.equals(ScenarioStudy.ORACLE))
                        .allMatch(policy -> oracle < meanCost(policy, paired));
    }

    /** For each paired seed, what the policy gained over the best static plan, in units of the mean headroom. */
    double[] gains(String policy) {
        List<Integer> paired = paired();
        double headroom = headroomSeconds();
        return paired.stream()
                .mapToDouble(i -> (costOf(ScenarioStudy.BEST_STATIC, i) - costOf(policy, i)) / headroom)
                .toArray();
    }

    private Row row(String policy, List<Integer> paired) {
        List<EpisodeScore> all = list(policy);
        List<EpisodeScore> good = all.stream().filter(score -> !score.failed()).toList();
        double seconds = scenario.windows() * (scenario.windowMillis() / 1000.0);
        double prbs = scenario.parameters().prbCount();
        return new Row(
                policy,
                good.size(),
                all.size() - good.size(),
                estimate(good, EpisodeScore::violationSeconds),
                estimate(good, EpisodeScore::prbSeconds),
                estimate(good, score -> score.prbSeconds() / (prbs * seconds)),
                estimate(good, EpisodeScore::aoiP99Millis),
                NormalisedScore.of(
                        costs(ScenarioStudy.BEST_STATIC, paired),
                        costs(policy, paired),
                        costs(ScenarioStudy.ORACLE, paired),
                        BOOTSTRAP_SEED));
    }

    /** The seeds on which no policy failed. */
    private List<Integer> paired() {
        int seeds = list(ScenarioStudy.ORACLE).size();
        return IntStream.range(0, seeds)
                .filter(i ->
                        scores.values().stream().noneMatch(list -> list.get(i).failed()))
                .boxed()
                .toList();
    }

    private double meanCost(String policy, List<Integer> paired) {
        double sum = 0;
        for (double each : costs(policy, paired)) {
            sum += each;
        }
        return sum / paired.size();
    }

    private double[] costs(String policy, List<Integer> paired) {
        return paired.stream().mapToDouble(i -> costOf(policy, i)).toArray();
    }

    private double costOf(String policy, int seed) {
        return cost.of(list(policy).get(seed));
    }

    private List<EpisodeScore> list(String policy) {
        return scores.getOrDefault(policy, List.of());
    }

    private static Estimate estimate(List<EpisodeScore> scores, ToDoubleFunction<EpisodeScore> value) {
        return Estimate.of(scores.stream().mapToDouble(value).toArray(), BOOTSTRAP_SEED);
    }
}
