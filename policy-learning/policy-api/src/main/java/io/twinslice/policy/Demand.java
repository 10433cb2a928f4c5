package io.twinslice.policy;

import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;

/** Volumes as shares of the cell: what part of all PRBs of a window a slice needs at its own channel quality. */
final class Demand {
    /** Bit per resource element by CQI (TS 38.214 table 5.2.2.1-2); CQI 0 counts as CQI 1. */
    private static final double[] EFFICIENCY = {
        0.1523, 0.1523, 0.2344, 0.3770, 0.6016, 0.8770, 1.1758, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023, 4.5234,
        5.1152, 5.5547
    };

    /** Resource elements that carry data in one PRB and millisecond at 15 kHz, in thousands (140 of 168). */
    private static final double KILO_ELEMENTS_PER_PRB_MILLI = 0.14;

    /** Arrivals within a window are bursty; what a guarantee does not use is lent. */
    private static final double BURSTS = 2;

    private static final double MARGIN = 1.1;

    private Demand() {}

    /** Spectral efficiency at a CQI × 10, interpolated, relative to the best: 0..1. */
    static double efficiency(int cqiTenth) {
        int low = Math.min(cqiTenth / 10, 14);
        double part = (cqiTenth - 10 * low) / 10.0;
        return ((1 - part) * EFFICIENCY[low] + part * EFFICIENCY[low + 1]) / EFFICIENCY[15];
    }

    /** Share of the cell that a volume needs within one window; may exceed 1. */
    static double share(double kbit, SliceReport report, TwinSnapshot snapshot) {
        double kbitPerPrbMilli = KILO_ELEMENTS_PER_PRB_MILLI * EFFICIENCY[15] * efficiency(report.cqiMeanTenth());
        return kbit / (kbitPerPrbMilli * snapshot.prbCount() * snapshot.windowMillis());
    }

    /** What a window offered plus what it left waiting, as a share of the cell, at most 4. */
    static double arrivedAndWaiting(int slice, TwinSnapshot snapshot) {
        SliceReport report = snapshot.reports().get(slice);
        double kbit = (double) report.offeredKbit() + report.bufferedKbit();
        return Math.min(4, share(kbit, report, snapshot));
    }

    /**
     * What keeping the promise of a slice needs of the cell: all that arrived and waits where packets have a deadline,
     * with room for bursts, and otherwise no more than the promised rate.
     */
    static double needed(int slice, TwinSnapshot snapshot) {
        Sla sla = snapshot.twins().get(slice).sla();
        double all = arrivedAndWaiting(slice, snapshot);
        if (sla.reliability() > 0) {
            return BURSTS * all;
        }
        double promisedKbit = sla.minKbitPerSecond() * (snapshot.windowMillis() / 1000.0);
        return Math.min(all, MARGIN * share(promisedKbit, snapshot.reports().get(slice), snapshot));
    }
}
