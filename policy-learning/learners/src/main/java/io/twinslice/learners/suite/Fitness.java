package io.twinslice.learners.suite;

import java.util.List;

/**
 * What counts of a policy on paired episodes, in this order: broken promises, the mean of the worst tenth of the
 * episodes, PRBs. Broken promises are compared in whole windows per episode, so that chance does not decide on PRBs.
 *
 * @param violationSeconds mean of an episode
 * @param tailSeconds mean violation seconds of the worst tenth of the episodes (CVaR), at least one episode
 * @param prbSeconds mean of an episode
 */
public record Fitness(double violationSeconds, double tailSeconds, double prbSeconds) implements Comparable<Fitness> {
    private static final double WINDOWS_IN_SECOND = 10;

    static Fitness of(List<Play.Outcome> episodes) {
        double[] sorted = episodes.stream()
                .mapToDouble(Play.Outcome::violationSeconds)
                .sorted()
                .toArray();
        int worst = Math.max(1, sorted.length / 10);
        double sum = 0;
        double tail = 0;
        double prbs = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            tail += i >= sorted.length - worst ? sorted[i] : 0;
            prbs += episodes.get(i).prbSeconds();
        }
        return new Fitness(sum / sorted.length, tail / worst, prbs / sorted.length);
    }

    /** The better one first. */
    @Override
    public int compareTo(Fitness other) {
        int byPromises = Long.compare(windows(violationSeconds), windows(other.violationSeconds));
        if (byPromises != 0) {
            return byPromises;
        }
        int byTail = Long.compare(windows(tailSeconds), windows(other.tailSeconds));
        return byTail != 0 ? byTail : Double.compare(prbSeconds, other.prbSeconds);
    }

    private static long windows(double seconds) {
        return Math.round(seconds * WINDOWS_IN_SECOND);
    }
}
