package io.twinslice.policy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Drift plus penalty (Neely 2010): each promise keeps a virtual queue that grows with every broken window and drains
 * otherwise; each percent goes where queue weight × unmet need is largest, until that falls below the price of a
 * percent.
 */
final class DriftPlusPenaltyPolicy implements Policy {
    /** Share of windows that may be broken: what a virtual queue drains in each window. */
    private static final double BUDGET = 0.01;

    private static final double LONGEST_QUEUE = 20;
    private static final double SMOOTHING = 0.3;

    /**
     * Guarantee aimed at, relative to the smoothed demand: arrivals within a window are bursty, and how bursty they are
     * compared with the deadline shows in the virtual queue, which adds to it.
     */
    private static final double HEADROOM = 1.5;

    private final double price;
    private double[] queue;
    private double[] demand;
    private boolean fresh = true;

    DriftPlusPenaltyPolicy(int slices, double price) {
        if (!(price >= 0)) {
            throw new IllegalArgumentException("the price of a percent must not be negative, not " + price);
        }
        this.price = price;
        queue = new double[slices];
        demand = new double[slices];
    }

    @Override
    public String name() {
        return "drift-plus-penalty";
    }

    @Override
    public void restart() {
        queue = new double[queue.length];
        fresh = true;
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        int slices = snapshot.slices();
        if (slices != queue.length) {
            queue = new double[slices];
            demand = new double[slices];
            fresh = true;
        }
        double[] weight = new double[slices];
        double[] need = new double[slices];
        for (int i = 0; i < slices; i++) {
            TwinProfile twin = snapshot.twins().get(i);
            SliceReport report = snapshot.reports().get(i);
            double now = Demand.arrivedAndWaiting(i, snapshot);
            demand[i] = fresh ? now : (1 - SMOOTHING) * demand[i] + SMOOTHING * now;
            double excess = (snapshot.isBroken(i) ? 1 : 0) - BUDGET;
            queue[i] = Math.max(0, Math.min(LONGEST_QUEUE, queue[i] + excess));
            double urgency = Math.min(
                    4, report.headOfLineTenthMillis() / (10.0 * twin.sla().deadlineMillis()));
            weight[i] = (1 + twin.priority()) * (1 + queue[i] + urgency);
            need[i] = 100 * demand[i] * (HEADROOM + queue[i]);
        }
        fresh = false;
        return Decision.certain(spend(weight, need));
    }

    private QuotaPlan spend(double[] weight, double[] need) {
        int[] min = new int[weight.length];
        for (int left = 100; left > 0; left--) {
            int best = -1;
            double most = price;
            for (int i = 0; i < min.length; i++) {
                double gain = need[i] > min[i] ? weight[i] * (1 - min[i] / need[i]) : 0;
                if (gain > most) {
                    most = gain;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            min[best]++;
        }
        List<PrbQuota> quotas = new ArrayList<>(min.length);
        for (int m : min) {
            quotas.add(new PrbQuota(0, m, 100));
        }
        return new QuotaPlan(quotas);
    }
}
