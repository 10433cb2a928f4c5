package io.twinslice.evaluation.templates;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Policy;

/** A policy, and by how much its guarantees moved. */
final class CountingPolicy implements Policy {
    private final Policy policy;
    private long moved;
    private long decisions;

    CountingPolicy(Policy policy) {
        this.policy = policy;
    }

    @Override
    public String name() {
        return policy.name();
    }

    @Override
    public void restart() {
        policy.restart();
        moved = 0;
        decisions = 0;
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        Decision decision = policy.decide(snapshot);
        QuotaPlan before = snapshot.inForce();
        for (int i = 0; decisions > 0 && i < before.slices(); i++) {
            moved += Math.abs(
                    decision.plan().quota(i).minPercent() - before.quota(i).minPercent());
        }
        decisions++;
        return decision;
    }

    /** Percents that guarantees moved from one decision to the next, over all slices. */
    double movedPercent() {
        return decisions > 1 ? moved / (double) (decisions - 1) : 0;
    }
}
