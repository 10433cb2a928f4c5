package io.twinslice.lab.mirror;

import io.twinslice.lab.mirror.MirrorRecord.Foretold;
import io.twinslice.lab.mirror.MirrorRecord.Moment;
import io.twinslice.lab.mirror.MirrorRecord.Series;
import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import io.twinslice.sync.fidelity.Axis;
import io.twinslice.sync.fidelity.FidelityScore;
import io.twinslice.sync.fidelity.Light;
import io.twinslice.sync.mirror.TwinPosterior;
import io.twinslice.sync.mirror.ValueEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The texts and tables of a {@link MirrorRecord}, for the terminal and as a page. */
final class MirrorPage {
    static final List<String> PARAMETER_HEADER = List.of("twin", "parameter", "#true", "#estimated", "#90 % interval");
    static final List<String> DRIFT_HEADER = List.of(
            "load of",
            "detector",
            "#deviation",
            "#false alarms in 10⁵",
            "#found in 30",
            "#median",
            "#p95",
            "#simulator: found",
            "#median");
    static final List<String> SCORE_HEADER = List.of("axis", "of", "#value", "gate", "floor", "");

    private final MirrorRecord mirror;

    MirrorPage(MirrorRecord mirror) {
        this.mirror = mirror;
    }

    String html() {
        Page page = new Page("Twinslice mirror", headline());
        page.verdict(mirror.fidelity().passes(), mirror.fidelity().passes() ? "every gate is green" : gates())
                .lead("The mirror saw nothing but the cell's KPM reports, late, lost and rounded; load and radio of the"
                        + " cell were hidden from it.")
                .fact("Scenario", mirror.scenario())
                .fact("Seed", Long.toString(mirror.seed()))
                .fact("Windows", mirror.windows() + " of " + mirror.windowMillis() + " ms")
                .fact(
                        "Reports",
                        mirror.link().received() + " received, " + mirror.link().lost() + " windows lost")
                .fact("Drifts found", Integer.toString(mirror.resyncs().size()));
        page.section(
                "What is estimated and what is true",
                "The band is the 90 % credible interval of the posterior, the dashed line the truth. When a drift is"
                        + " found the posterior begins anew.");
        for (Series series : mirror.series()) {
            page.plots(List.of(
                    truths(series, "load", "factor of the scenario's", Moment::trueLoad, Moment::load),
                    truths(series, "SNR", "dB against the scenario's", Moment::trueSnrDb, Moment::snr)));
        }
        page.table("Parameters at the end", PARAMETER_HEADER, parameters())
                .table("Values at the end", List.of("twin", "value", "#now", "#95 %", "#age, ms", "known"), values());
        if (!mirror.resyncs().isEmpty()) {
            page.table("Drifts", List.of("#at, s", "twin", "what", "detector", "#before", "#after"), resyncs());
        }
        page.section(
                "What comes next",
                "Forecasts of the load one window ahead with intervals that are to hold 90 % of what comes; the dashed"
                        + " line is what came.");
        mirror.series().stream()
                .filter(series -> !series.forecasts().isEmpty())
                .forEach(series -> page.plot(forecasts(series)));
        page.table("How often intervals held", List.of("twin", "value", "#ahead", "#intervals", "#held"), coverage());
        page.section(
                        "How faithful the mirror is",
                        "One gate for each entry. The floor is the hidden cell compared with itself under other chance:"
                                + " no mirror can be asked for more.")
                .table("Fidelity vector", SCORE_HEADER, scores())
                .table(
                        "Answers to changes of quota",
                        List.of("twin", "KPI", "share of the cell", "#cell", "#mirror"),
                        responses());
        if (!mirror.drift().isEmpty()) {
            page.section(
                            "How soon drift is found",
                            "The load of each twin grows or falls by a fifth. False alarms are counted on "
                                    + mirror.drift().getFirst().outcome().steadyWindows() + " steady windows.")
                    .table("Detectors", DRIFT_HEADER, drift());
        }
        return page.html();
    }

    String headline() {
        long covered =
                mirror.parameters().stream().filter(MirrorRecord.Found::covered).count();
        return "The mirror of " + mirror.scenario() + " holds the truth in " + covered + " of "
                + mirror.parameters().size() + " intervals";
    }

    String gates() {
        StringBuilder gates = new StringBuilder();
        for (Light light : Light.values()) {
            long count = mirror.fidelity().count(light);
            if (count > 0) {
                gates.append(gates.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(light.name().toLowerCase(Locale.ROOT));
            }
        }
        return gates.toString();
    }

    private static Plot truths(
            Series series,
            String what,
            String unit,
            ToDoubleFunction<Moment> truth,
            Function<Moment, TwinPosterior.Parameter> estimate) {
        List<Double> x = series.moments().stream().map(Moment::seconds).toList();
        return new Plot.Curves(
                series.twin() + ": " + what,
                "seconds",
                unit,
                List.of(
                        new Plot.Series(
                                "estimated",
                                x,
                                column(series, moment -> estimate.apply(moment).mean()),
                                column(series, moment -> estimate.apply(moment).low()),
                                column(series, moment -> estimate.apply(moment).high()),
                                false),
                        Plot.Series.reference("true", x, column(series, truth))));
    }

    private static List<Double> column(Series series, ToDoubleFunction<Moment> value) {
        return series.moments().stream().map(value::applyAsDouble).toList();
    }

    private static Plot forecasts(Series series) {
        List<Foretold> all = series.forecasts();
        List<Double> x = all.stream().map(Foretold::seconds).toList();
        return new Plot.Curves(
                series.twin() + ": load one window ahead",
                "seconds",
                "kbit/s",
                List.of(
                        new Plot.Series(
                                "forecast interval",
                                x,
                                all.stream()
                                        .map(each -> (each.low() + each.high()) / 2)
                                        .toList(),
                                all.stream().map(Foretold::low).toList(),
                                all.stream().map(Foretold::high).toList(),
                                false),
                        Plot.Series.reference(
                                "came", x, all.stream().map(Foretold::came).toList())));
    }

    List<List<String>> parameters() {
        List<List<String>> rows = new ArrayList<>();
        for (MirrorRecord.Found found : mirror.parameters()) {
            rows.add(List.of(
                    found.estimate().twin(),
                    found.estimate().name() + (found.estimate().name().equals("snr") ? ", dB" : ", factor"),
                    show(found.truth()),
                    show(found.estimate().mean()),
                    show(found.estimate().low()) + " to "
                            + show(found.estimate().high()) + (found.covered() ? "" : " (missed)")));
        }
        return rows;
    }

    private List<List<String>> values() {
        List<List<String>> rows = new ArrayList<>();
        for (ValueEstimate value : mirror.values()) {
            rows.add(List.of(
                    value.twin(),
                    value.quantity().label() + ", " + value.quantity().unit(),
                    show(value.value()),
                    show(value.low()) + " to " + show(value.high()),
                    Long.toString(value.ageMillis()),
                    value.measured() ? "measured" : "inferred, " + value.lost() + " lost"));
        }
        return rows;
    }

    List<List<String>> resyncs() {
        return mirror.resyncs().stream()
                .map(resync -> List.of(
                        show(resync.atMillis() / 1000.0),
                        resync.twin(),
                        resync.quantity().label() + ", " + resync.quantity().unit(),
                        resync.detector(),
                        show(resync.before()),
                        show(resync.after())))
                .toList();
    }

    private List<List<String>> coverage() {
        return mirror.coverage().stream()
                .map(held -> List.of(
                        held.twin(),
                        held.quantity().label(),
                        Integer.toString(held.horizon()),
                        Long.toString(held.coverage().intervals()),
                        percent(held.coverage().share())))
                .toList();
    }

    List<List<String>> scores() {
        List<List<String>> rows = new ArrayList<>();
        for (FidelityScore score : mirror.fidelity().scores()) {
            String floor = mirror.floor().stream()
                    .filter(other ->
                            other.axis() == score.axis() && other.subject().equals(score.subject()))
                    .map(other -> show(other.value()))
                    .findFirst()
                    .orElse("");
            rows.add(List.of(
                    name(score.axis()),
                    score.subject(),
                    Double.isNaN(score.value()) ? "unknown" : show(score.value()),
                    show(score.axis().greenLow()) + " to " + show(score.axis().greenHigh()),
                    floor,
                    score.light() == Light.GREEN
                            ? "pass"
                            : "miss: " + score.light().name().toLowerCase(Locale.ROOT)));
        }
        return rows;
    }

    private List<List<String>> responses() {
        return mirror.response().cases().stream()
                .map(each -> List.of(
                        each.twin(),
                        each.kpi().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        each.fromPercent() + " to " + each.toPercent() + " %",
                        show(each.world()),
                        show(each.mirror())))
                .toList();
    }

    List<List<String>> drift() {
        return mirror.drift().stream()
                .map(drift -> List.of(
                        drift.twin(),
                        drift.detector(),
                        percent(drift.outcome().relativeDeviation()),
                        show(drift.outcome().falseAlarmsPer100000()),
                        percent(drift.outcome().foundWithin()),
                        Integer.toString(drift.outcome().medianDelay()),
                        Integer.toString(drift.outcome().p95Delay()),
                        percent(drift.simulated().foundWithin()),
                        Integer.toString(drift.simulated().medianDelay())))
                .toList();
    }

    private static String name(Axis axis) {
        return axis.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String show(double value) {
        double size = Math.abs(value);
        String pattern = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 || value == 0 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
