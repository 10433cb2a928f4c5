package io.twinslice.env.grpc;

import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;

/** What a window did to the promises. A gym needs a reward; whoever learns for a product shapes one of his own. */
final class Promises {
    /** Costs per slice: late packets, age of information, rate. */
    static final int COSTS = 3;

    private Promises() {}

    /** −1..0: minus the share of the priorities whose promise was broken. */
    static double reward(TwinSnapshot window) {
        double broken = 0;
        double all = 0;
        for (int i = 0; i < window.slices(); i++) {
            double priority = window.twins().get(i).priority();
            all += priority;
            broken += window.isBroken(i) ? priority : 0;
        }
        // Nobody matters, nobody complains; and no minus zero either.
        return broken == 0 ? 0 : -broken / all;
    }

    /** How far the window went beyond the promise of one slice, each 0..1. */
    static double[] costs(TwinSnapshot window, int slice) {
        TwinProfile twin = window.twins().get(slice);
        SliceReport report = window.reports().get(slice);
        Sla sla = twin.sla();
        return new double[] {
            sla.lateExcess(report), sla.aoiExcess(report), sla.rateShortfall(report, window.windowMillis())
        };
    }
}
