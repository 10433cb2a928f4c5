package io.twinslice.policy;

import io.twinslice.model.QuotaPlan;

/**
 * What a policy decided.
 *
 * @param plan the quotas of the next window
 * @param propensity probability with which the policy chooses this plan in this state, in (0, 1]; 1 when it is
 *     deterministic. Off-policy evaluation needs it.
 */
public record Decision(QuotaPlan plan, double propensity) {
    public Decision {
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity must be in (0, 1], not " + propensity);
        }
    }

    /** The only plan that a deterministic policy chooses here. */
    public static Decision certain(QuotaPlan plan) {
        return new Decision(plan, 1);
    }
}
