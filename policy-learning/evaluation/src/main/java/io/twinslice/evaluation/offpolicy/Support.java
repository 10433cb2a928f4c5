package io.twinslice.evaluation.offpolicy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How much of a policy a log has seen.
 *
 * @param effectiveEpisodes (Σw)² / Σw² of the importance weights of the episodes (Kish): as many episodes of the policy
 *     itself say about as much; 0 when no episode has weight
 * @param effectiveClusters the same over the clusters, each with the sum of its weights
 * @param largestShare share of the heaviest cluster in the sum of weights
 * @param supportedShare share of the policy's probability, over the logged states, that lies on actions which the log
 *     has taken often enough in states of the same cell
 * @param missing where the rest lies, the largest first
 */
public record Support(
        double effectiveEpisodes,
        double effectiveClusters,
        double largestShare,
        double supportedShare,
        List<Missing> missing) {
    public Support {
        missing = List.copyOf(missing);
    }

    /**
     * Probability without support.
     *
     * @param action that the policy takes
     * @param share of the policy's probability that falls on it in cells where the log lacks it
     * @param taken how often the log takes it in those cells
     */
    public record Missing(int action, double share, int taken) {}

    /**
     * Measures.
     *
     * @param weights importance weight of each episode
     * @param cell of a state; states of one cell count as alike
     * @param seldom an action taken less often than this in a cell is not supported there
     */
    static Support of(
            LoggedData data, ActionProbabilities policy, double[] weights, ToIntFunction<double[]> cell, int seldom) {
        Map<Integer, int[]> taken = new LinkedHashMap<>();
        Map<Integer, double[]> wanted = new LinkedHashMap<>();
        double[] probabilities = new double[data.actions()];
        for (LoggedEpisode episode : data.episodes()) {
            for (LoggedStep step : episode.steps()) {
                int at = cell.applyAsInt(step.state());
                taken.computeIfAbsent(at, ignored -> new int[data.actions()])[step.action()]++;
                policy.of(step.state(), probabilities);
                double[] sum = wanted.computeIfAbsent(at, ignored -> new double[data.actions()]);
                for (int action = 0; action < sum.length; action++) {
                    sum[action] += probabilities[action];
                }
            }
        }
        double[] lost = new double[data.actions()];
        int[] seen = new int[data.actions()];
        wanted.forEach((at, sum) -> {
            int[] counts = taken.getOrDefault(at, new int[data.actions()]);
            for (int action = 0; action < sum.length; action++) {
                if (sum[action] > 0 && counts[action] < seldom) {
                    lost[action] += sum[action];
                    seen[action] += counts[action];
                }
            }
        });
        int steps = data.steps();
        List<Missing> missing = new ArrayList<>();
        for (int action = 0; action < lost.length; action++) {
            if (lost[action] > 0) {
                missing.add(new Missing(action, lost[action] / steps, seen[action]));
            }
        }
        missing.sort((a, b) -> Double.compare(b.share(), a.share()));
        double[] clusters = new double[data.clusters().size()];
        int[] clusterOf = data.clusterOfEpisode();
        for (int i = 0; i < weights.length; i++) {
            clusters[clusterOf[i]] += weights[i];
        }
        double all = Arrays.stream(clusters).sum();
        double heaviest = Arrays.stream(clusters).max().orElse(0);
        return new Support(
                effective(weights),
                effective(clusters),
                all > 0 ? heaviest / all : 0,
                1 - Arrays.stream(lost).sum() / steps,
                missing);
    }

    /** Kish's effective size; scaled first, since weights of long episodes are of any size. */
    private static double effective(double[] weights) {
        double largest = Arrays.stream(weights).max().orElse(0);
        if (largest <= 0) {
            return 0;
        }
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            double scaled = weight / largest;
            sum += scaled;
            squares += scaled * scaled;
        }
        return sum * sum / squares;
    }
}
