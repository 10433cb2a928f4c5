package io.twinslice.policy;

import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;

/**
 * Max-weight (Tassiulas and Ephremides 1992) in steps of one percent: each goes to the slice with the largest backlog
 * times rate, and takes from that backlog what it serves.
 */
final class MaxWeightPolicy implements Policy {
    private static final double SMOOTHING = 0.3;

    private double[] backlogKbit = new double[0];
    private boolean fresh = true;

    @Override
    public String name() {
        return "max-weight";
    }

    @Override
    public void restart() {
        fresh = true;
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        int slices = snapshot.slices();
        if (backlogKbit.length != slices) {
            backlogKbit = new double[slices];
            fresh = true;
        }
        double[] left = new double[slices];
        double[] kbitPerPercent = new double[slices];
        for (int i = 0; i < slices; i++) {
            SliceReport report = snapshot.reports().get(i);
            double now = (double) report.offeredKbit() + report.bufferedKbit();
            backlogKbit[i] = fresh ? now : (1 - SMOOTHING) * backlogKbit[i] + SMOOTHING * now;
            left[i] = backlogKbit[i];
            kbitPerPercent[i] = 0.01 / Demand.share(1, report, snapshot);
        }
        fresh = false;
        int[] min = new int[slices];
        for (int percent = 0; percent < 100; percent++) {
            int best = -1;
            double most = 0;
            for (int i = 0; i < slices; i++) {
                double weight = left[i] * kbitPerPercent[i];
                if (weight > most) {
                    most = weight;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            min[best]++;
            left[best] -= kbitPerPercent[best];
        }
        return Decision.certain(SmoothedDemand.guarantees(min));
    }
}
