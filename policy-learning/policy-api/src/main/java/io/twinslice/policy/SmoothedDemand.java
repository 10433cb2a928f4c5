package io.twinslice.policy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** What each slice needs of the cell, smoothed over the windows, and the plans that rules make of it. */
final class SmoothedDemand {
    private final double newest;
    private final ToDoubleBiFunction<Integer, TwinSnapshot> share;
    private double[] shares = new double[0];
    private boolean fresh = true;

    /**
     * @param newest weight of the newest window, above 0 and at most 1
     * @param share of the cell that a slice asks for in a window
     */
    SmoothedDemand(double newest, ToDoubleBiFunction<Integer, TwinSnapshot> share) {
        this.newest = newest;
        this.share = share;
    }

    void restart() {
        fresh = true;
    }

    /** Takes a window in; the smoothed shares of the cell, in an array that stays this object's. */
    double[] next(TwinSnapshot snapshot) {
        int slices = snapshot.slices();
        if (slices != shares.length) {
            shares = new double[slices];
            fresh = true;
        }
        for (int i = 0; i < slices; i++) {
            double now = share.applyAsDouble(i, snapshot);
            shares[i] = fresh ? now : (1 - newest) * shares[i] + newest * now;
        }
        fresh = false;
        return shares;
    }

    /**
     * Guarantees in an order: each slice gets what it needs of what the ones before it left. Ceilings stay open.
     *
     * @param order all slices, the first served first
     */
    static QuotaPlan waterfall(List<Integer> order, double[] shares) {
        int[] min = new int[shares.length];
        int left = 100;
        for (int slice : order) {
            min[slice] = Math.min(left, (int) Math.ceil(100 * shares[slice]));
            left -= min[slice];
        }
        return guarantees(min);
    }

    /** The whole cell guaranteed in proportion to weights, equal when all are 0, and no less than a floor each. */
    static QuotaPlan proportional(double[] weights, double floorPercent) {
        int slices = weights.length;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double floor = Math.min(floorPercent, 50.0 / slices);
        long[] fixed = new long[slices];
        for (int i = 0; i < slices; i++) {
            double part = total > 0 ? weights[i] / total : 1.0 / slices;
            fixed[i] = Percent.fixed(floor + (100 - floor * slices) * part);
        }
        return guarantees(Percent.wholes(fixed));
    }

    static QuotaPlan guarantees(int[] minPercent) {
        List<PrbQuota> quotas = new ArrayList<>(minPercent.length);
        for (int min : minPercent) {
            quotas.add(new PrbQuota(0, min, 100));
        }
        return new QuotaPlan(quotas);
    }
}
