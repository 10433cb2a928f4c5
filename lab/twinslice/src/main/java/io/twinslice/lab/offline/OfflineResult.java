package io.twinslice.lab.offline;

import io.twinslice.evaluation.offpolicy.OffPolicyAnswer;
import java.util.List;

/**
 * What the recording says.
 *
 * @param runs online runs read
 * @param rounds decisions with reports that show their effect
 * @param loads heavy load (trf1), light load (trf2), and both
 * @param beaten whether the learned policy is below the best static split of each load with 95 % confidence
 * @param answer the same in a sentence
 */
record OfflineResult(int runs, int rounds, List<OfLoad> loads, boolean beaten, String answer) {
    OfflineResult {
        loads = List.copyOf(loads);
    }

    /**
     * The part of one load.
     *
     * @param name of the load
     * @param loggedCost mean cost of what the recorded agents did
     * @param bound cost if every slice had the PRBs that suit it best at the same time, which no split can give: what
     *     lies below is chance that no split controls
     * @param propensityGap largest distance (total variation) between what the agents did in states of a bucket and
     *     what the estimated propensities say
     * @param policies the static splits, cheapest first, then the learned policy
     * @param comparisons of the learned policy
     * @param followed what the log says of following a policy for several decisions
     */
    record OfLoad(
            String name,
            int runs,
            int rounds,
            double loggedCost,
            double bound,
            double propensityGap,
            List<Row> policies,
            List<Comparison> comparisons,
            List<Followed> followed) {
        OfLoad {
            policies = List.copyOf(policies);
            comparisons = List.copyOf(comparisons);
            followed = List.copyOf(followed);
        }
    }

    /** A policy with its cost by three estimators. */
    record Row(String policy, OffPolicyAnswer snips, OffPolicyAnswer doublyRobust, OffPolicyAnswer weighted) {}

    /** A difference of costs, negative when the first is better, by two estimators. */
    record Comparison(String policy, String against, OffPolicyAnswer weighted, OffPolicyAnswer snips) {}

    /** The cost of the last of several decisions in a row. */
    record Followed(String policy, int decisions, OffPolicyAnswer answer) {}
}
