package io.twinslice.policy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Guarantees in proportion to the smoothed demand, ceilings open. */
final class ProportionalPolicy implements Policy {
    /** Weight of the newest window. */
    private static final double SMOOTHING = 0.3;

    private static final int FLOOR_PERCENT = 5;

    private double[] demand;
    private boolean fresh = true;

    ProportionalPolicy(int slices) {
        demand = new double[slices];
    }

    @Override
    public String name() {
        return "proportional";
    }

    @Override
    public void restart() {
        fresh = true;
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        int slices = snapshot.slices();
        if (slices != demand.length) {
            demand = new double[slices];
            fresh = true;
        }
        double total = 0;
        for (int i = 0; i < slices; i++) {
            double now = Demand.arrivedAndWaiting(i, snapshot);
            demand[i] = fresh ? now : (1 - SMOOTHING) * demand[i] + SMOOTHING * now;
            total += demand[i];
        }
        fresh = false;
        double floor = Math.min(FLOOR_PERCENT, 50.0 / slices);
        long[] shares = new long[slices];
        for (int i = 0; i < slices; i++) {
            double part = total > 0 ? demand[i] / total : 1.0 / slices;
            shares[i] = Percent.fixed(floor + (100 - floor * slices) * part);
        }
        List<PrbQuota> quotas = new ArrayList<>(slices);
        for (int min : Percent.wholes(shares)) {
            quotas.add(new PrbQuota(0, min, 100));
        }
        return Decision.certain(new QuotaPlan(quotas));
    }
}
