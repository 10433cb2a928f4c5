package io.twinslice.ns3;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ns3.v1.SliceWindow;
import io.twinslice.ns3.v1.StepReply;
import java.util.ArrayList;
import java.util.List;

/** Windows of ns-3 in the units of a report. */
final class SliceWindows {
    private static final double BYTES_PER_KBIT = 125;

    private SliceWindows() {}

    /** @throws ImpossibleAnswer when a value is out of its range */
    static TwinSnapshot snapshot(StepReply reply, Ns3Scenario scenario, int usablePrbs, QuotaPlan plan) {
        if (reply.getSlicesCount() != scenario.twins().size()) {
            throw new ImpossibleAnswer(
                    reply.getSlicesCount() + " slices of " + scenario.twins().size());
        }
        try {
            List<SliceReport> reports = new ArrayList<>();
            for (SliceWindow window : reply.getSlicesList()) {
                reports.add(report(window));
            }
            return new TwinSnapshot(
                    reply.getSimMillis(), scenario.windowMillis(), usablePrbs, scenario.twins(), reports, plan);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ImpossibleAnswer(String.valueOf(e.getMessage()));
        }
    }

    private static SliceReport report(SliceWindow window) {
        double ttis = Math.max(1, window.getTtis());
        double delivered = Math.max(1, window.getPacketsDelivered());
        return new SliceReport(
                rounded(window.getOfferedBytes() / BYTES_PER_KBIT),
                rounded(window.getDeliveredBytes() / BYTES_PER_KBIT),
                rounded(window.getQueueBytes() / BYTES_PER_KBIT),
                rounded((window.getPrbNew() + window.getPrbRetransmitted()) / ttis),
                rounded((double) window.getPackets()),
                rounded((double) window.getPacketsLate()),
                rounded(window.getDelaySumMicros() / delivered / 100),
                rounded(window.getHeadOfLineMicros() / 100.0),
                rounded(window.getAoiMeanMillis()),
                rounded(window.getAoiPeakMillis()),
                rounded(1000 * window.getAoiOverLimit()),
                rounded(10 * window.getCqiMean()),
                rounded(10 * window.getCqiLow()),
                window.getUes());
    }

    private static int rounded(double value) {
        if (!(value >= 0 && value <= Integer.MAX_VALUE)) {
            throw new ArithmeticException(value + " is no value of a report");
        }
        return (int) Math.round(value);
    }
}
