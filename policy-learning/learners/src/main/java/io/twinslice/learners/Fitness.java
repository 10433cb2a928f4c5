package io.twinslice.learners;

import java.util.List;

/**
 * What counts of a genome, in this order: broken promises, then PRBs.
 *
 * @param violationsPermille broken twin-windows of 1000, mean over the episodes; infinite when all failed
 * @param heldPrbs mean PRBs held (used or guaranteed)
 * @param reward mean reward of an episode; told, not selected by
 * @param failedEpisodes episodes in which the environment failed
 */
record Fitness(double violationsPermille, double heldPrbs, double reward, int failedEpisodes) {
    /** Small enough that all PRBs of a cell weigh less than one more broken window in some ten thousand. */
    private static final double PRB_WEIGHT = 1e-4;

    static Fitness of(List<EpisodeResult> episodes) {
        double violations = 0;
        double held = 0;
        double reward = 0;
        int played = 0;
        for (EpisodeResult episode : episodes) {
            if (episode.trajectory().isPresent()) {
                int twinWindows = episode.windows() * episode.trajectory().get().slices();
                violations += 1000.0 * episode.brokenWindows() / twinWindows;
                held += episode.heldPrbs();
                reward += episode.reward();
                played++;
            }
        }
        int failed = episodes.size() - played;
        return played == 0
                ? new Fitness(Double.POSITIVE_INFINITY, 0, 0, failed)
                : new Fitness(violations / played, held / played, reward / played, failed);
    }

    /** Lower is better. */
    double cost() {
        return violationsPermille + PRB_WEIGHT * heldPrbs;
    }
}
