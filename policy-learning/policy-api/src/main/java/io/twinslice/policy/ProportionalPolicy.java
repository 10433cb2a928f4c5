package io.twinslice.policy;

import io.twinslice.model.TwinSnapshot;

/** Guarantees in proportion to the smoothed demand, ceilings open. */
final class ProportionalPolicy implements Policy {
    /** Weight of the newest window. */
    private static final double SMOOTHING = 0.3;

    private static final int FLOOR_PERCENT = 5;

    private final SmoothedDemand demand = new SmoothedDemand(SMOOTHING, Demand::arrivedAndWaiting);

    @Override
    public String name() {
        return "proportional";
    }

    @Override
    public void restart() {
        demand.restart();
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        return Decision.certain(SmoothedDemand.proportional(demand.next(snapshot), FLOOR_PERCENT));
    }
}
