package io.twinslice.lab.run;

import io.twinslice.keeper.TwinKeeper;
import io.twinslice.lab.report.TwinSeries;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Shield;
import io.twinslice.slicecontrol.ControlOutcome;
import io.twinslice.slicecontrol.DecisionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Watches the live run from both ends: the windows as they truly were, for the report, and the KPM reports as the xApp
 * understood them, for the mirror. The mirror is told nothing else.
 */
final class LiveRecorder implements DecisionLog {
    private final TwinKeeper keeper;
    private final List<TwinSnapshot> windows = new ArrayList<>();

    LiveRecorder(TwinKeeper keeper) {
        this.keeper = keeper;
    }

    /** The node's side; the simulating thread. */
    void window(TwinSnapshot snapshot) {
        windows.add(snapshot);
    }

    @Override
    public void decided(
            long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String policyDigest) {
        keeper.observe(state);
    }

    @Override
    public void settled(long control, ControlOutcome outcome) {}

    /** Seconds from the start of the live run to the end of the latest window. */
    double seconds() {
        return windows.isEmpty() ? 0 : seconds(windows.get(windows.size() - 1));
    }

    /** One series for each twin. */
    List<TwinSeries> series(List<TwinProfile> twins) {
        List<TwinSeries> series = new ArrayList<>();
        for (int twin = 0; twin < twins.size(); twin++) {
            TwinProfile profile = twins.get(twin);
            List<TwinSeries.Window> points = new ArrayList<>();
            for (TwinSnapshot window : windows) {
                SliceReport report = window.reports().get(twin);
                PrbQuota quota = window.inForce().quota(twin);
                points.add(new TwinSeries.Window(
                        seconds(window),
                        quota.dedicatedPercent(),
                        quota.minPercent(),
                        quota.maxPercent(),
                        report.meanDelayTenthMillis() / 10.0,
                        report.aoiPeakMillis(),
                        window.isBroken(twin)));
            }
            Sla sla = profile.sla();
            boolean aged = sla.aoiLimitMillis() != Integer.MAX_VALUE;
            series.add(new TwinSeries(
                    profile.name(),
                    promise(sla),
                    sla.reliability() > 0 ? OptionalInt.of(sla.deadlineMillis()) : OptionalInt.empty(),
                    aged ? OptionalInt.of(sla.aoiLimitMillis()) : OptionalInt.empty(),
                    points));
        }
        return series;
    }

    private double seconds(TwinSnapshot window) {
        TwinSnapshot first = windows.get(0);
        return (window.windowEndMillis() - first.windowEndMillis() + first.windowMillis()) / 1000.0;
    }

    private static String promise(Sla sla) {
        List<String> parts = new ArrayList<>();
        if (sla.reliability() > 0) {
            parts.add(
                    String.format(Locale.ROOT, "%.4g %% within %d ms", 100 * sla.reliability(), sla.deadlineMillis()));
        }
        if (sla.aoiLimitMillis() != Integer.MAX_VALUE) {
            parts.add("age of information up to " + sla.aoiLimitMillis() + " ms");
        }
        if (sla.minKbitPerSecond() > 0) {
            parts.add("at least " + sla.minKbitPerSecond() / 1000.0 + " Mbit/s");
        }
        return String.join(", ", parts);
    }
}
