package io.twinslice.lab.fidelity;

import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import io.twinslice.sync.recording.Bar;
import io.twinslice.sync.recording.Curve;
import io.twinslice.sync.recording.Ns3Score;
import io.twinslice.sync.recording.TestbedScore;
import java.util.List;
import java.util.Locale;

/** The reports for the browser. */
final class FidelityPages {
    private static final List<String> SLICES = List.of("eMBB", "MTC", "URLLC");

    private FidelityPages() {}

    static String testbed(TestbedScore score) {
        Page page = begin(
                String.format(
                        Locale.ROOT,
                        "A twin of the testbed misses its rate by %.3f, its buffers by %.3f and its granted ratio by"
                                + " %.3f standard deviations",
                        score.rate(),
                        score.buffer(),
                        score.ratio()),
                score.bars());
        page.lead("Medians over cells of traffic, slice and PRBs of the normalised Wasserstein-1 distance"
                        + " between what was recorded and what the twin reports; the twin was given load, attached"
                        + " UEs, splits and disciplines, and no recorded KPI.")
                .fact("Method", score.method())
                .fact("Cells", String.valueOf(score.cells().size()))
                .fact("90 % of cells, rate", number(score.rateTail()))
                .fact("90 % of cells, buffer", number(score.bufferTail()))
                .fact("90 % of cells, ratio", number(score.ratioTail()));
        bars(page, score.bars());
        page.section(
                        "Quantiles, recorded and simulated",
                        "The median and the worst cell of each quantity; the dashed line is the recording.")
                .plots(score.curves().stream().map(FidelityPages::plot).toList())
                .section("Every cell", "Distances in standard deviations of the recording.")
                .table(
                        "",
                        List.of("Traffic", "Slice", "#PRBs", "#Rows", "#Rate", "#Buffer", "#Granted ratio"),
                        score.cells().stream()
                                .map(cell -> List.of(
                                        "trf" + cell.traffic(),
                                        SLICES.get(cell.slice()),
                                        String.valueOf(cell.prbs()),
                                        String.valueOf(cell.rows()),
                                        number(cell.rate()),
                                        number(cell.buffer()),
                                        number(cell.ratio())))
                                .toList());
        return page.html();
    }

    static String ns3(Ns3Score score) {
        Page page = begin(
                String.format(
                        Locale.ROOT,
                        "A twin of the network simulator misses throughput by %.1f %% and ranks schedules with a"
                                + " Kendall tau of %.2f",
                        100 * score.throughputNrmse(),
                        score.kendallTau()),
                score.bars());
        page.lead("The twin was given scenario, quotas and demand, and the CQI histograms of the first ten"
                        + " seconds; it is scored on what comes after.")
                .fact("Method", score.method())
                .fact("Worst slice, NRMSE", number(score.throughputNrmseWorst()))
                .fact("p95 delay ratio, median", number(score.p95DelayRatioMedian()))
                .fact("p95 delay ratio in 0.8..1.25", Math.round(100 * score.p95DelayWithin()) + " % of slices")
                .fact("Responses to a change", String.valueOf(score.responses()));
        bars(page, score.bars());
        page.section(
                        "Throughput, recorded and simulated",
                        "The median and the worst slice in windows of one second; the dashed line is the recording.")
                .plots(score.curves().stream().map(FidelityPages::plot).toList())
                .section(
                        "Every slice",
                        "Delays count where the recorded slice was unsaturated: nothing dropped, its queue empty most"
                                + " of the time.")
                .table(
                        "",
                        List.of(
                                "Trace",
                                "Slice",
                                "#NRMSE",
                                "Delay counts",
                                "#p95 recorded, ms",
                                "#p95 twin, ms",
                                "#PRB share recorded",
                                "#PRB share twin",
                                "#Missed recorded",
                                "#Missed twin"),
                        score.slices().stream()
                                .map(slice -> List.of(
                                        slice.trace(),
                                        slice.slice(),
                                        number(slice.throughputNrmse()),
                                        slice.unsaturated() ? "yes" : "no",
                                        number(slice.p95Millis()),
                                        number(slice.twinP95Millis()),
                                        number(slice.prbShare()),
                                        number(slice.twinPrbShare()),
                                        number(slice.missed()),
                                        number(slice.twinMissed())))
                                .toList());
        return page.html();
    }

    private static Page begin(String headline, List<Bar> bars) {
        long met = bars.stream().filter(Bar::isMet).count();
        return new Page("Twinslice fidelity", headline)
                .verdict(met == bars.size(), met + " of " + bars.size() + " bars met");
    }

    private static void bars(Page page, List<Bar> bars) {
        page.section("What was asked for", "Figures beside the range that they should lie in.")
                .table(
                        "",
                        List.of("Figure", "#Measured", "#Wanted", ""),
                        bars.stream()
                                .map(bar -> List.of(
                                        bar.name(), number(bar.value()), wanted(bar), bar.isMet() ? "pass" : "miss"))
                                .toList());
    }

    private static Plot plot(Curve curve) {
        return new Plot.Curves(
                curve.title(),
                curve.acrossUnit(),
                curve.unit(),
                List.of(
                        Plot.Series.of("twin", curve.across(), curve.twin()),
                        Plot.Series.reference("recorded", curve.across(), curve.real())));
    }

    /** The range of a bar in words. */
    static String wanted(Bar bar) {
        return bar.low() == 0
                ? String.format(Locale.ROOT, "at most %.2f", bar.high())
                : bar.high() == 1
                        ? String.format(Locale.ROOT, "at least %.2f", bar.low())
                        : String.format(Locale.ROOT, "%.2f to %.2f", bar.low(), bar.high());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
