package io.twinslice.lab.baselines;

import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.evaluation.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * One policy against another over the dynamic scenarios, on paired episodes.
 *
 * @param policy its name
 * @param against name of the other
 * @param savedShare part of the other's SLA-violation seconds, all scenarios together, that this policy does not have;
 *     below 0 when it has more
 * @param prbRatio its PRB·s over those of the other
 * @param worse scenarios in which it has more than {@value #TOLERANCE} times the violation seconds of the other
 */
record SuiteComparison(String policy, String against, Estimate savedShare, Estimate prbRatio, List<String> worse) {
    /** Scenarios in which nothing happens that a constant plan could not be made for. */
    static final Set<String> STEADY = Set.of("quiet-shift", "colosseum-trf1", "colosseum-trf2");

    private static final double TOLERANCE = 1.02;
    private static final long BOOTSTRAP_SEED = 0x5017E_11L;

    /** Over the dynamic ones of these scenarios; intervals by a bootstrap stratified by scenario. */
    static SuiteComparison of(List<ScenarioResult> results, String policy, String against) {
        List<ScenarioResult> dynamic = results.stream()
                .filter(result -> !STEADY.contains(result.scenario().name()))
                .toList();
        List<String> worse = new ArrayList<>();
        for (ScenarioResult result : dynamic) {
            double own = mean(values(result, policy, EpisodeScore::violationSeconds));
            double other = mean(values(result, against, EpisodeScore::violationSeconds));
            if (own > TOLERANCE * other) {
                worse.add(result.scenario().name());
            }
        }
        Estimate violations = ratio(dynamic, policy, against, EpisodeScore::violationSeconds);
        return new SuiteComparison(
                policy,
                against,
                new Estimate(1 - violations.mean(), 1 - violations.high(), 1 - violations.low()),
                ratio(dynamic, policy, against, EpisodeScore::prbSeconds),
                worse);
    }

    /** Sum over the scenarios of one policy's means, over the sum of the other's. */
    private static Estimate ratio(
            List<ScenarioResult> results, String policy, String against, ToDoubleFunction<EpisodeScore> value) {
        List<double[]> own =
                results.stream().map(result -> values(result, policy, value)).toList();
        List<double[]> other =
                results.stream().map(result -> values(result, against, value)).toList();
        SplittableRandom random = new SplittableRandom(BOOTSTRAP_SEED);
        double[] ratios = new double[Estimate.RESAMPLES];
        for (int r = 0; r < ratios.length; r++) {
            double above = 0;
            double below = 0;
            for (int s = 0; s < own.size(); s++) {
                int episodes = own.get(s).length;
                for (int i = 0; i < episodes; i++) {
                    int drawn = random.nextInt(episodes);
                    above += own.get(s)[drawn] / episodes;
                    below += other.get(s)[drawn] / episodes;
                }
            }
            ratios[r] = above / below;
        }
        Arrays.sort(ratios);
        int tail = ratios.length / 40;
        double above = own.stream().mapToDouble(SuiteComparison::mean).sum();
        double below = other.stream().mapToDouble(SuiteComparison::mean).sum();
        return new Estimate(above / below, ratios[tail - 1], ratios[ratios.length - tail]);
    }

    private static double[] values(ScenarioResult result, String policy, ToDoubleFunction<EpisodeScore> value) {
        return result.scores().getOrDefault(policy, List.of()).stream()
                .mapToDouble(value)
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
