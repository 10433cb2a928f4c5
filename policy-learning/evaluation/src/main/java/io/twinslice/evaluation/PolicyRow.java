package io.twinslice.evaluation;

import java.util.List;

/**
 * One line of a comparison; all estimates are per episode.
 *
 * @param name of the policy
 * @param episodes that did not fail, behind the numbers
 * @param failedEpisodes that broke off and are in no number but this
 * @param violationSeconds SLA-violation seconds of all twins
 * @param prbSeconds see {@link EpisodeScore#prbSeconds()}
 * @param aoiP99Millis see {@link EpisodeScore#aoiP99Millis()}
 * @param reward sum of the rewards
 * @param perTwinViolationSeconds SLA-violation seconds of each twin
 * @param shieldedShare share of the windows in which the shield altered the plan, 0..1
 */
public record PolicyRow(
        String name,
        int episodes,
        int failedEpisodes,
        Estimate violationSeconds,
        Estimate prbSeconds,
        Estimate aoiP99Millis,
        Estimate reward,
        List<Estimate> perTwinViolationSeconds,
        double shieldedShare) {
    public PolicyRow {
        perTwinViolationSeconds = List.copyOf(perTwinViolationSeconds);
    }
}
