package io.twinslice.ransim;

import java.util.Arrays;
import java.util.List;

/** What disturbs a cell now: the factor on each twin's load, the radio conditions, and the share of the PRBs left. */
final class Disturbances {
    private final List<Disturbance> all;
    private final double[] load;
    private final RadioConditions conditions;
    private double prbFactor = 1;
    private long nextChangeMicros;

    Disturbances(List<Disturbance> all, int slices) {
        this.all = all;
        load = new double[slices];
        Arrays.fill(load, 1);
        conditions = new RadioConditions(slices);
    }

    Disturbances(Disturbances other) {
        all = other.all;
        load = other.load.clone();
        conditions = new RadioConditions(other.conditions);
        prbFactor = other.prbFactor;
        nextChangeMicros = other.nextChangeMicros;
    }

    /** When something begins or ends next; {@link #update} is due then. */
    long nextChangeMicros() {
        return nextChangeMicros;
    }

    /** Factors on the load of the twins; the same array for the life of this object. */
    double[] load() {
        return load;
    }

    RadioConditions conditions() {
        return conditions;
    }

    /** PRBs that can be used of so many, at least one. */
    int usable(int prbCount) {
        return Math.max(1, (int) Math.round(prbCount * prbFactor));
    }

    void update(long nowMicros) {
        nextChangeMicros = Long.MAX_VALUE;
        prbFactor = 1;
        Arrays.fill(load, 1);
        conditions.clear();
        for (Disturbance disturbance : all) {
            long start = disturbance.startMillis() * 1000;
            long end = disturbance.endMillis() * 1000;
            if (nowMicros < start) {
                nextChangeMicros = Math.min(nextChangeMicros, start);
            } else if (nowMicros < end) {
                nextChangeMicros = Math.min(nextChangeMicros, end);
                prbFactor *= disturbance.prbFactor();
                disturb(disturbance);
            }
        }
    }

    private void disturb(Disturbance disturbance) {
        for (int twin = 0; twin < load.length; twin++) {
            if (disturbance.touches(twin)) {
                load[twin] *= disturbance.loadFactor();
                conditions.add(twin, disturbance.snrOffsetDb(), disturbance.bandShare());
            }
        }
    }
}
