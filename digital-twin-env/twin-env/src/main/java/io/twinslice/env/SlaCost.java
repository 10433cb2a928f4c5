package io.twinslice.env;

import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What one window cost one twin, promise by promise: the costs of a constrained decision process, one multiplier each.
 * They are never folded into a reward.
 *
 * @param lateExcess share of late packets above the promise, 0..1
 * @param aoiExcess share of the window with the age of information above its limit, less the tolerance, 0..1
 * @param rateShortfall share of the promised rate that was not delivered, 0..1
 * @param broken whether any of them is above 0: the window counts as violated
 */
public record SlaCost(double lateExcess, double aoiExcess, double rateShortfall, boolean broken) {
    /** The costs of all twins, in their order, as they are promised in this window. */
    public static List<SlaCost> of(TwinSnapshot window) {
        List<SlaCost> costs = new ArrayList<>(window.slices());
        for (int i = 0; i < window.slices(); i++) {
            Sla sla = window.twins().get(i).sla();
            SliceReport report = window.reports().get(i);
            costs.add(new SlaCost(
                    sla.lateExcess(report),
                    sla.aoiExcess(report),
                    sla.rateShortfall(report, window.windowMillis()),
                    window.isBroken(i)));
        }
        return costs;
    }
}
