package io.twinslice.lab.baselines;

import io.twinslice.evaluation.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A policy over all scenarios.
 *
 * @param policy its name
 * @param normalised interquartile mean of the normalised score over scenarios and seeds, with its 95 % interval by a
 *     bootstrap stratified by scenario
 * @param improvement probability that it costs less than the best static plan in an episode, ties count one half,
 *     averaged over the scenarios
 */
record Overall(String policy, Estimate normalised, double improvement) {
    private static final long BOOTSTRAP_SEED = 0x0E4A_11L;

    static List<Overall> of(List<ScenarioResult> results) {
        List<Overall> overall = new ArrayList<>();
        if (results.isEmpty()) {
            return overall;
        }
        for (String policy : results.getFirst().scores().keySet()) {
            List<double[]> gains = results.stream()
                    .filter(result -> result.headroomSeconds() > 0)
                    .map(result -> result.gains(policy))
                    .toList();
            overall.add(new Overall(policy, estimate(gains), improvement(gains)));
        }
        overall.sort((a, b) -> Double.compare(b.normalised.mean(), a.normalised.mean()));
        return overall;
    }

    private static double improvement(List<double[]> gains) {
        double sum = 0;
        for (double[] scenario : gains) {
            double better = 0;
            for (double gain : scenario) {
                better += gain > 0 ? 1 : gain == 0 ? 0.5 : 0;
            }
            sum += better / scenario.length;
        }
        return sum / gains.size();
    }

    private static Estimate estimate(List<double[]> gains) {
        double[] all = gains.stream().flatMapToDouble(Arrays::stream).toArray();
        if (all.length == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN);
        }
        SplittableRandom random = new SplittableRandom(BOOTSTRAP_SEED);
        double[] means = new double[Estimate.RESAMPLES];
        double[] drawn = new double[all.length];
        for (int r = 0; r < means.length; r++) {
            int at = 0;
            for (double[] scenario : gains) {
                for (int i = 0; i < scenario.length; i++) {
                    drawn[at++] = scenario[random.nextInt(scenario.length)];
                }
            }
            means[r] = interquartileMean(drawn.clone());
        }
        Arrays.sort(means);
        int tail = means.length / 40;
        return new Estimate(interquartileMean(all), means[tail - 1], means[means.length - tail]);
    }

    /** The mean of the middle half. */
    static double interquartileMean(double[] values) {
        Arrays.sort(values);
        int cut = values.length / 4;
        double sum = 0;
        for (int i = cut; i < values.length - cut; i++) {
            sum += values[i];
        }
        return sum / (values.length - 2 * cut);
    }
}
