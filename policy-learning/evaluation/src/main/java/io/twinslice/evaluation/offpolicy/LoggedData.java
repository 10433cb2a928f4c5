package io.twinslice.evaluation.offpolicy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A log to evaluate on.
 *
 * @param actions how many actions there are
 * @param features length of every state
 * @param episodes at least one
 */
public record LoggedData(int actions, int features, List<LoggedEpisode> episodes) {
    /** Most actions. */
    public static final int MAX_ACTIONS = 4096;

    public LoggedData {
        episodes = List.copyOf(episodes);
        if (actions < 1 || actions > MAX_ACTIONS) {
            throw new IllegalArgumentException("a log has 1.." + MAX_ACTIONS + " actions, not " + actions);
        }
        if (episodes.isEmpty()) {
            throw new IllegalArgumentException("a log needs at least one episode");
        }
        for (LoggedEpisode episode : episodes) {
            for (LoggedStep step : episode.steps()) {
                if (step.action() >= actions || step.state().length != features) {
                    throw new IllegalArgumentException("a step of " + episode.cluster() + " has action "
                            + step.action() + " and " + step.state().length + " features; the log has " + actions
                            + " actions and " + features + " features");
                }
            }
        }
    }

    /** Names of the clusters, in order of appearance. */
    public List<String> clusters() {
        return episodes.stream().map(LoggedEpisode::cluster).distinct().toList();
    }

    /** Number of decisions. */
    public int steps() {
        return episodes.stream().mapToInt(episode -> episode.steps().size()).sum();
    }

    /** Length of the longest episode. */
    int horizon() {
        return episodes.stream()
                .mapToInt(episode -> episode.steps().size())
                .max()
                .orElse(0);
    }

    /** Index of the cluster of each episode, in the order of {@link #clusters}. */
    int[] clusterOfEpisode() {
        Map<String, Integer> index = new LinkedHashMap<>();
        int[] of = new int[episodes.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = index.computeIfAbsent(episodes.get(i).cluster(), ignored -> index.size());
        }
        return of;
    }

    /**
     * The same log with propensities that were estimated from it, for logs that carry none: how often the action was
     * taken in the cell of the state, with one count for every action beforehand.
     *
     * @param cell of a state within which the logging policy is taken to choose alike
     */
    public LoggedData withEstimatedPropensities(ToIntFunction<double[]> cell) {
        Map<Integer, int[]> counts = new LinkedHashMap<>();
        for (LoggedEpisode episode : episodes) {
            for (LoggedStep step : episode.steps()) {
                counts.computeIfAbsent(cell.applyAsInt(step.state()), ignored -> new int[actions])[step.action()]++;
            }
        }
        List<LoggedEpisode> weighted = new ArrayList<>();
        for (LoggedEpisode episode : episodes) {
            List<LoggedStep> steps = new ArrayList<>();
            for (LoggedStep step : episode.steps()) {
                int[] taken = counts.getOrDefault(cell.applyAsInt(step.state()), new int[actions]);
                double total = actions;
                for (int count : taken) {
                    total += count;
                }
                steps.add(
                        new LoggedStep(step.state(), step.action(), (taken[step.action()] + 1) / total, step.reward()));
            }
            weighted.add(new LoggedEpisode(episode.cluster(), steps));
        }
        return new LoggedData(actions, features, weighted);
    }
}
