package io.twinslice.policy;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Small snapshots whose numbers can be followed by hand: 50 PRBs, windows of 100 ms, CQI 10, all promises kept. */
final class Scenes {
    static final Sla SLA = new Sla(20, 0.99, 200, 0);

    private Scenes() {}

    static TwinSnapshot offering(int... offeredKbit) {
        List<TwinProfile> twins = new ArrayList<>();
        List<SliceReport> reports = new ArrayList<>();
        for (int i = 0; i < offeredKbit.length; i++) {
            twins.add(new TwinProfile("twin-" + i, new Snssai(1, i), SLA, 1));
            reports.add(new SliceReport(offeredKbit[i], offeredKbit[i], 0, 10, 100, 0, 20, 0, 100, 150, 0, 100, 80, 4));
        }
        return new TwinSnapshot(100, 100, 50, twins, reports, QuotaPlan.unsliced(offeredKbit.length));
    }

    static TwinSnapshot withReport(TwinSnapshot s, int slice, SliceReport report) {
        List<SliceReport> reports = new ArrayList<>(s.reports());
        reports.set(slice, report);
        return new TwinSnapshot(s.windowEndMillis(), s.windowMillis(), s.prbCount(), s.twins(), reports, s.inForce());
    }

    static TwinSnapshot withLatePackets(TwinSnapshot s, int slice, int late) {
        SliceReport r = s.reports().get(slice);
        return withReport(
                s,
                slice,
                new SliceReport(r.offeredKbit(), r.deliveredKbit(), 0, 10, 100, late, 20, 0, 100, 150, 0, 100, 80, 4));
    }

    static TwinSnapshot under(TwinSnapshot s, QuotaPlan plan) {
        return new TwinSnapshot(s.windowEndMillis(), s.windowMillis(), s.prbCount(), s.twins(), s.reports(), plan);
    }

    static TwinSnapshot withPriority(TwinSnapshot s, int slice, double priority) {
        List<TwinProfile> twins = new ArrayList<>(s.twins());
        TwinProfile twin = twins.get(slice);
        twins.set(slice, new TwinProfile(twin.name(), twin.slice(), twin.sla(), priority));
        return new TwinSnapshot(s.windowEndMillis(), s.windowMillis(), s.prbCount(), twins, s.reports(), s.inForce());
    }

    /** The oldest packet of the slice has waited that long. */
    static TwinSnapshot waiting(TwinSnapshot s, int slice, int headOfLineTenthMillis) {
        SliceReport r = s.reports().get(slice);
        return withReport(
                s,
                slice,
                new SliceReport(
                        r.offeredKbit(),
                        r.deliveredKbit(),
                        r.bufferedKbit(),
                        r.prbUsed(),
                        r.packets(),
                        r.latePackets(),
                        r.meanDelayTenthMillis(),
                        headOfLineTenthMillis,
                        100,
                        150,
                        0,
                        100,
                        80,
                        4));
    }

    /** The slice used that many of the 50 PRBs. */
    static TwinSnapshot using(TwinSnapshot s, int slice, int prbs) {
        SliceReport r = s.reports().get(slice);
        return withReport(
                s,
                slice,
                new SliceReport(r.offeredKbit(), r.deliveredKbit(), 0, prbs, 100, 0, 20, 0, 100, 150, 0, 100, 80, 4));
    }
}
