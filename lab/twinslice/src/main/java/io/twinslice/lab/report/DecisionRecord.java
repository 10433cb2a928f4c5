package io.twinslice.lab.report;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.SliceReport;
import java.util.List;

/**
 * One decision of the xApp as off-policy evaluation needs it: state, action, propensity, policy. One line of
 * {@code decisions.jsonl}.
 *
 * @param windowEndMillis end of the reported window, in the RAN's time
 * @param policy name of the policy that decided
 * @param policyDigest digest of its bundle; empty for a built-in policy
 * @param propensity probability with which it proposes this plan in this state, in (0, 1]
 * @param shielded whether the shield admitted something else than the proposal
 * @param outcome {@code acknowledged}, {@code refused}, {@code timedOut}, or {@code unchanged} when the plan in force
 *     was kept and nothing was sent
 * @param twins one entry for each twin, in the order of the slices
 */
public record DecisionRecord(
        long windowEndMillis,
        String policy,
        String policyDigest,
        double propensity,
        boolean shielded,
        String outcome,
        List<Twin> twins) {
    public DecisionRecord {
        twins = List.copyOf(twins);
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity must be in (0, 1], not " + propensity);
        }
    }

    /**
     * One twin's part.
     *
     * @param twin its name
     * @param violated whether the window broke its promise
     * @param report what the window reported: the state
     * @param inForce its quota during the window
     * @param proposed its quota as the policy proposed it: the action that the propensity is about
     * @param admitted its quota as the shield let it out
     */
    public record Twin(
            String twin,
            boolean violated,
            SliceReport report,
            PrbQuota inForce,
            PrbQuota proposed,
            PrbQuota admitted) {}
}
