package io.twinslice.evaluation.offpolicy;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import java.util.List;

/**
 * A decision of an xApp, as its log has it.
 *
 * @param windowEndMillis end of the reported window, in the RAN's time
 * @param policyDigest digest of the bundle that decided, or {@code baseline}
 * @param propensity probability with which it proposes this plan in this state, in (0, 1]
 * @param twins names, in the order of the slices
 * @param reports of each twin
 * @param inForce plan during the window
 * @param proposed what the policy proposed: what the propensity is about
 * @param action what the shield let out
 * @param acknowledged whether the E2 node said that it has the action in force
 */
public record LoggedDecision(
        long windowEndMillis,
        String policyDigest,
        double propensity,
        List<String> twins,
        List<SliceReport> reports,
        QuotaPlan inForce,
        QuotaPlan proposed,
        QuotaPlan action,
        boolean acknowledged) {
    public LoggedDecision {
        twins = List.copyOf(twins);
        reports = List.copyOf(reports);
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity must be in (0, 1], not " + propensity);
        }
        int slices = twins.size();
        if (reports.size() != slices
                || inForce.slices() != slices
                || proposed.slices() != slices
                || action.slices() != slices) {
            throw new IllegalArgumentException(
                    "the plans of a decision must have a quota for each of its " + slices + " twins");
        }
    }

    LoggedDecision settled() {
        return new LoggedDecision(
                windowEndMillis, policyDigest, propensity, twins, reports, inForce, proposed, action, true);
    }
}
