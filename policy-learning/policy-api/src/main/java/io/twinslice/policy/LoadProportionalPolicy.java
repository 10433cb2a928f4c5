package io.twinslice.policy;

import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;

/** Guarantees in proportion to the mean offered load since the start: settles to the static split by mean load. */
final class LoadProportionalPolicy implements Policy {
    private static final double FLOOR_PERCENT = 3;

    private double[] sum = new double[0];

    @Override
    public String name() {
        return "load-proportional";
    }

    @Override
    public void restart() {
        sum = new double[0];
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        int slices = snapshot.slices();
        if (sum.length != slices) {
            sum = new double[slices];
        }
        for (int i = 0; i < slices; i++) {
            SliceReport report = snapshot.reports().get(i);
            sum[i] += Math.min(4, Demand.share(report.offeredKbit(), report, snapshot));
        }
        return Decision.certain(SmoothedDemand.proportional(sum, FLOOR_PERCENT));
    }
}
