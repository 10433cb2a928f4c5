package io.twinslice.sync;

import io.twinslice.model.SliceReport;

/** The reported quantities that a twin is held to. */
public enum Kpi {
    OFFERED_KBIT(10),
    DELIVERED_KBIT(10),
    PACKETS(1),
    PRB_USED(1),
    DELAY_TENTH_MILLIS(5),
    LATE_SHARE(0.02),
    AOI_MILLIS(2),
    CQI_MEAN_TENTH(2),
    CQI_LOW_TENTH(10);

    private final double resolution;

    Kpi(double resolution) {
        this.resolution = resolution;
    }

    /** This quantity in one report. */
    public double of(SliceReport report) {
        return switch (this) {
            case OFFERED_KBIT -> report.offeredKbit();
            case DELIVERED_KBIT -> report.deliveredKbit();
            case PACKETS -> report.packets();
            case PRB_USED -> report.prbUsed();
            case DELAY_TENTH_MILLIS -> report.meanDelayTenthMillis();
            case LATE_SHARE -> report.packets() == 0 ? 0 : report.latePackets() / (double) report.packets();
            case AOI_MILLIS -> report.aoiMeanMillis();
            case CQI_MEAN_TENTH -> report.cqiMeanTenth();
            case CQI_LOW_TENTH -> report.cqiLowTenth();
        };
    }

    /** A difference that is too small to matter; distances are never measured on a finer scale. */
    public double resolution() {
        return resolution;
    }
}
