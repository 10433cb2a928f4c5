package io.twinslice.policy;

import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;

/**
 * After NVS (Kokku et al. 2012): each slice has a reservation, and weighs as much as its reservation exceeds what it
 * got of late. A slice that wants nothing weighs nothing.
 *
 * <p>What is reserved for a slice is what keeping its promise needs in the mean.
 */
final class NvsPolicy implements Policy {
    private static final double RESERVATION_WEIGHT = 0.02;
    private static final double SERVICE_WEIGHT = 0.1;
    private static final double FLOOR_PERCENT = 3;
    private static final double MOST = 4;

    private double[] reserved = new double[0];
    private double[] served = new double[0];
    private boolean fresh = true;

    @Override
    public String name() {
        return "nvs";
    }

    @Override
    public void restart() {
        fresh = true;
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        int slices = snapshot.slices();
        if (reserved.length != slices) {
            reserved = new double[slices];
            served = new double[slices];
            fresh = true;
        }
        double[] weights = new double[slices];
        for (int i = 0; i < slices; i++) {
            SliceReport report = snapshot.reports().get(i);
            double got = report.prbUsed() / (double) snapshot.prbCount();
            double wanted = Demand.needed(i, snapshot);
            reserved[i] = fresh ? wanted : reserved[i] + RESERVATION_WEIGHT * (wanted - reserved[i]);
            served[i] = fresh ? got : served[i] + SERVICE_WEIGHT * (got - served[i]);
            boolean wants = report.offeredKbit() > 0 || report.bufferedKbit() > 0;
            weights[i] = wants ? reserved[i] * Math.min(MOST, reserved[i] / Math.max(0.01, served[i])) : 0;
        }
        fresh = false;
        return Decision.certain(SmoothedDemand.proportional(weights, FLOOR_PERCENT));
    }
}
