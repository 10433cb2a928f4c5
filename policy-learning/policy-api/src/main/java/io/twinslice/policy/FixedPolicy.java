package io.twinslice.policy;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;

/** Always the same plan. */
record FixedPolicy(String name, QuotaPlan plan) implements Policy {
    @Override
    public Decision decide(TwinSnapshot snapshot) {
        if (snapshot.slices() != plan.slices()) {
            throw new IllegalArgumentException(
                    "policy " + name + " was made for " + plan.slices() + " slices, not for " + snapshot.slices());
        }
        return Decision.certain(plan);
    }
}
