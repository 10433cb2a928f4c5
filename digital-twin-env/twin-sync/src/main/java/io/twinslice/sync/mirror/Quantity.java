package io.twinslice.sync.mirror;

import io.twinslice.model.TwinSnapshot;

/** What the mirror follows of each twin. */
public enum Quantity {
    /** Offered volume, kbit/s. */
    LOAD("load", "kbit/s"),
    /** Mean CQI of the twin's UEs. */
    CQI("CQI", "CQI"),
    /** The twin's part of the volume that the cell is offered, percent. */
    SHARE("share of the cell", "%"),
    /** Mean volume of a packet, kbit. */
    PACKET("packet", "kbit");

    private final String label;
    private final String unit;

    Quantity(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** Its value in one window; NaN when the window says nothing of it. */
    public double of(TwinSnapshot window, int twin) {
        var report = window.reports().get(twin);
        return switch (this) {
            case LOAD -> report.offeredKbit() * 1000.0 / window.windowMillis();
            case CQI -> report.cqiMeanTenth() / 10.0;
            case SHARE -> {
                long all = 0;
                for (var each : window.reports()) {
                    all += each.offeredKbit();
                }
                yield all == 0 ? Double.NaN : 100.0 * report.offeredKbit() / all;
            }
            case PACKET -> {
                int done = report.packets() - report.latePackets();
                yield done <= 0 || report.latePackets() > 0 ? Double.NaN : report.deliveredKbit() / (double) done;
            }
        };
    }
}
