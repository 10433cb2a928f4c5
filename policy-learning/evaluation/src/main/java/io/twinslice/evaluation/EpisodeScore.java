package io.twinslice.evaluation;

import java.util.List;

/**
 * What one policy did in one episode.
 *
 * @param seed of the episode
 * @param windowMillis length of a window; 0 when the episode failed before its first
 * @param brokenWindows windows in which the SLA of each twin was broken
 * @param windows windows played
 * @param prbSeconds PRBs taken from the cell × seconds: in each window and slice the larger of the PRBs used and the
 *     dedicated PRBs, which nobody else can have
 * @param aoiP99Millis 99th percentile (nearest rank) of the peak ages of information, over all windows and all twins
 *     that were promised a limit, each window of each twin with equal weight; over all twins when none was promised one
 * @param reward sum of the rewards
 * @param shieldedWindows windows in which the shield altered the plan
 * @param failure why the episode broke off, empty when it did not
 */
public record EpisodeScore(
        long seed,
        int windowMillis,
        List<Integer> brokenWindows,
        int windows,
        double prbSeconds,
        double aoiP99Millis,
        double reward,
        int shieldedWindows,
        String failure) {
    public EpisodeScore {
        brokenWindows = List.copyOf(brokenWindows);
    }

    /** Whether the environment or the policy broke; then the numbers are those up to that point. */
    public boolean failed() {
        return !failure.isEmpty();
    }

    /** Seconds in which the SLA of this twin was broken. */
    public double violationSeconds(int twin) {
        return brokenWindows.get(twin) * (windowMillis / 1000.0);
    }

    /** SLA-violation seconds of all twins together. */
    public double violationSeconds() {
        int broken = 0;
        for (int windowsOfTwin : brokenWindows) {
            broken += windowsOfTwin;
        }
        return broken * (windowMillis / 1000.0);
    }
}
