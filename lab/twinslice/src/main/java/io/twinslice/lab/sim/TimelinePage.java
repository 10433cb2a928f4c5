package io.twinslice.lab.sim;

import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import io.twinslice.lab.report.Plot.Series;
import io.twinslice.lab.report.Plot.Span;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The timeline of an episode as a page: the cell first, then each twin. */
final class TimelinePage {
    private final Watched watched;
    private final List<Double> time;

    private TimelinePage(Watched watched) {
        this.watched = watched;
        this.time = watched.ends();
    }

    static String html(Watched watched) {
        return new TimelinePage(watched).page();
    }

    private String page() {
        double broken = 0;
        for (int twin = 0; twin < watched.twins(); twin++) {
            broken += watched.brokenSeconds(twin);
        }
        Page page = new Page(
                        "Twinslice sim",
                        String.format(
                                Locale.ROOT,
                                "%s under %s: promises broken for %.1f s in %.0f s",
                                watched.scenario().name(),
                                watched.policy(),
                                broken,
                                time.getLast()))
                .lead(watched.scenario().description())
                .fact("Scenario", watched.scenario().name())
                .fact("Seed", String.valueOf(watched.seed()))
                .fact("Policy", watched.policy())
                .fact("PRBs", String.valueOf(watched.windows().getFirst().prbCount()))
                .fact("Window", watched.windows().getFirst().windowMillis() + " ms");
        page.section("The cell", "Who used which PRBs. A simulator made these numbers, no radio did.")
                .plot(prbs());
        for (int twin = 0; twin < watched.twins(); twin++) {
            TwinProfile profile = watched.windows().getFirst().twins().get(twin);
            page.section(
                            profile.name(),
                            String.format(
                                    Locale.ROOT,
                                    "Its promise was broken for %.1f s: where the plots are shaded.",
                                    watched.brokenSeconds(twin)))
                    .plots(List.of(quota(twin), delay(twin), age(twin)));
        }
        return page.html();
    }

    private Plot prbs() {
        List<Series> series = new ArrayList<>();
        for (int twin = 0; twin < watched.twins(); twin++) {
            series.add(Series.of(
                    watched.windows().getFirst().twins().get(twin).name(), time, values(twin, SliceReport::prbUsed)));
        }
        return new Plot.Curves("PRBs used", "seconds", "mean PRBs in a slot", true, false, series, List.of());
    }

    private Plot quota(int twin) {
        return curves(
                twin,
                "PRB quota",
                "% of the cell",
                List.of(
                        Series.of("guaranteed (min)", time, quotas(twin, PrbQuota::minPercent)),
                        Series.reference("ceiling (max)", time, quotas(twin, PrbQuota::maxPercent))));
    }

    private Plot delay(int twin) {
        Sla sla = sla(twin);
        List<Series> series = new ArrayList<>();
        series.add(Series.of("mean delay", time, values(twin, report -> report.meanDelayTenthMillis() / 10.0)));
        if (sla.reliability() > 0) {
            series.add(limit("deadline", sla.deadlineMillis()));
        }
        return curves(twin, "Delay", "ms", series);
    }

    private Plot age(int twin) {
        Sla sla = sla(twin);
        List<Series> series = new ArrayList<>();
        series.add(Series.of("peak age", time, values(twin, SliceReport::aoiPeakMillis)));
        if (sla.aoiLimitMillis() != Integer.MAX_VALUE) {
            series.add(limit("limit", sla.aoiLimitMillis()));
        }
        return curves(twin, "Age of information", "ms", series);
    }

    private Sla sla(int twin) {
        return watched.windows().getFirst().twins().get(twin).sla();
    }

    private Series limit(String name, double millis) {
        return Series.reference(name, time, Collections.nCopies(time.size(), millis));
    }

    private Plot curves(int twin, String title, String unit, List<Series> series) {
        List<Span> broken = new ArrayList<>();
        for (int i = 0; i < time.size(); i++) {
            if (watched.windows().get(i).isBroken(twin)) {
                broken.add(new Span(time.get(i) - watched.windowSeconds(), time.get(i)));
            }
        }
        return new Plot.Curves(title, "seconds", unit, true, false, series, broken);
    }

    private List<Double> values(int twin, ToDoubleFunction<SliceReport> value) {
        return watched.windows().stream()
                .map(window -> value.applyAsDouble(window.reports().get(twin)))
                .toList();
    }

    private List<Double> quotas(int twin, ToDoubleFunction<PrbQuota> value) {
        return watched.windows().stream()
                .map(window -> value.applyAsDouble(window.inForce().quota(twin)))
                .toList();
    }
}
