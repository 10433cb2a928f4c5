package io.twinslice.lab.report;

import io.twinslice.lab.report.Html.Cell;
import java.util.ArrayList;
import java.util.List;

/** Makes the report of a run. */
public final class RunReport {
    private final ReportData data;
    private final Html html = new Html();

    private RunReport(ReportData data) {
        this.data = data;
    }

    /** The whole page; the same data gives the same page. */
    public static String html(ReportData data) {
        return new RunReport(data).page();
    }

    private String page() {
        opening();
        html.raw("<main>\n");
        comparison();
        live();
        evidence();
        html.raw("</main>\n");
        closing();
        return Shell.page(
                data.title() + " · " + data.scenario() + " · seed " + data.seed(),
                html.toString(),
                PlotData.json(data),
                "report.js");
    }

    private void opening() {
        Headline headline = new Headline(data);
        html.raw("<header>\n");
        Shell.top(html, data.title());
        html.element(
                        headline.good()
                                ? "span class=\"badge good\""
                                : headline.bad() ? "span class=\"badge bad\"" : "span class=\"badge\"",
                        headline.badge())
                .element("h1", headline.sentence());
        if (!headline.lead().isEmpty()) {
            html.element("p class=\"lead\"", headline.lead());
        }
        html.raw("<noscript><p class=\"lead\">The plots need JavaScript; the tables do not.</p></noscript>\n")
                .raw("<dl class=\"facts\">");
        ReportData.Counts counts = data.counts();
        fact("Scenario", data.scenario());
        fact("Seed", data.seed() + (data.quick() ? ", quick plan" : ""));
        fact("Traffic", data.recording().map(name -> "replayed: " + name).orElse("generated"));
        fact("KPM indications", Numbers.count(counts.indications()));
        fact(
                "RC controls",
                Numbers.count(counts.controls()) + " sent, " + Numbers.count(counts.acknowledged()) + " acknowledged");
        fact(
                "Controls without success",
                Numbers.count(counts.refused()) + " refused, " + Numbers.count(counts.timedOut()) + " timed out");
        html.raw("</dl>\n</header>\n");
    }

    private void fact(String name, String value) {
        html.raw("<div>").element("dt", name).element("dd", value).raw("</div>\n");
    }

    private void comparison() {
        if (data.policies().isEmpty()) {
            return;
        }
        int rows = data.policies().size();
        html.raw("<section>\n<h2>How the policies compare</h2>\n")
                .element(
                        "p class=\"about\"",
                        "Every policy went through the same episodes of the simulated RAN, with the parameters that"
                            + " only the E2 node knows. Less is better in every plot; the whiskers are 95 % confidence"
                            + " intervals.")
                .raw("<div class=\"grid\">\n");
        comparisonPlot("policy-violations", rows, "Broken promises", "seconds per episode");
        comparisonPlot("policy-prb", rows, "Resources used", "PRB·s per episode");
        comparisonPlot("policy-aoi", rows, "Age of information", "99th percentile, ms");
        html.raw("</div>\n<div class=\"card\" id=\"policies\">\n")
                .table(
                        "",
                        List.of("Policy", "#Broken promises, s", "#Resources, PRB·s", "#Age of information p99, ms"),
                        data.policies().stream()
                                .map(policy -> List.of(
                                        Cell.name(policy.name(), policy.name().equals(data.candidate())),
                                        Cell.estimate(policy.violationSeconds()),
                                        Cell.estimate(policy.prbSeconds()),
                                        Cell.estimate(policy.aoiP99Millis())))
                                .toList());
        html.raw("</div>\n");
        comparisonByTwin();
        html.raw("</section>\n");
    }

    private void comparisonByTwin() {
        List<PolicyResult.Twin> twins = data.policies().getFirst().twins();
        if (twins.isEmpty()) {
            return;
        }
        List<String> header = new ArrayList<>(List.of("Broken promises by twin, s"));
        twins.forEach(twin -> header.add("#" + twin.twin()));
        html.raw("<div class=\"card\" id=\"policies-by-twin\">\n")
                .table(
                        "",
                        header,
                        data.policies().stream()
                                .map(policy -> {
                                    List<Cell> cells = new ArrayList<>();
                                    cells.add(Cell.name(
                                            policy.name(), policy.name().equals(data.candidate())));
                                    policy.twins().forEach(twin -> cells.add(Cell.estimate(twin.violationSeconds())));
                                    return cells;
                                })
                                .toList())
                .raw("</div>\n");
    }

    private void comparisonPlot(String id, int rows, String title, String unit) {
        html.raw("<div class=\"card\">");
        plot(id, title, unit, "plot rows-" + (rows > 8 ? "many" : rows));
        html.raw("</div>\n");
    }

    private void live() {
        html.raw("<section>\n<h2>What the twins went through</h2>\n");
        if (data.live().isEmpty()) {
            html.element("p class=\"empty\"", "There was no live run.").raw("</section>\n");
            return;
        }
        html.element(
                "p class=\"about\"",
                "The live run: the xApp steers the E2 node. Every row or area is one twin; its promise is broken"
                        + " where the first plot has a mark and where the plots below are shaded.");
        int rows = data.live().size();
        html.raw("<div class=\"card\">");
        plot("violations", "Broken promises", "by twin", "plot rows-" + (rows > 8 ? "many" : rows + 1));
        html.raw("</div>\n<div class=\"card\">");
        plot("shares", "Who is guaranteed what", "minimum of the PRB quota, stacked", "plot tall");
        html.raw("</div>\n");
        for (int i = 0; i < data.live().size(); i++) {
            twin(i, data.live().get(i));
        }
        html.raw("</section>\n");
    }

    private void twin(int index, TwinSeries series) {
        long violated =
                series.windows().stream().filter(TwinSeries.Window::violated).count();
        html.raw("<div class=\"card twin colour-" + index % 7 + "\"><h3><bdi>")
                .text(series.twin())
                .raw("</bdi></h3>")
                .element(
                        "p",
                        "Promised: " + series.promise() + ". Broken in " + Numbers.count(violated) + " of "
                                + Numbers.count(series.windows().size()) + " windows.")
                .raw("<div class=\"grid\">");
        plot("quota-" + index, "PRB quota", "in force", "plot");
        plot("delay-" + index, "Delay", "of packets, mean of the window", "plot");
        plot("aoi-" + index, "Age of information", "oldest UE of the window", "plot");
        html.raw("</div></div>\n");
    }

    private void evidence() {
        html.raw("<section>\n<h2>The evidence</h2>\n")
                .element(
                        "p class=\"about\"",
                        "Why the verdict is what it is, how the policy was learned, and how far the twin of the RAN can"
                                + " be trusted.")
                .raw("<div class=\"card\" id=\"gates\">");
        if (data.gates().isEmpty()) {
            html.element("p class=\"empty\"", "No gate was run.");
        } else {
            html.table(
                    "Verification",
                    List.of("Gate", "Result", "Measured", "Required", "Where"),
                    data.gates().stream()
                            .map(gate -> List.of(
                                    Cell.name(gate.name(), true),
                                    Cell.mark(gate.passed(), "passed", "failed"),
                                    Cell.text(gate.measured()),
                                    Cell.text(gate.required()),
                                    Cell.text(gate.evidence())))
                            .toList());
        }
        html.raw("</div>\n");
        if (!data.training().isEmpty()) {
            html.raw("<div class=\"card\">");
            plot("training", "Training", "broken promises, generation by generation", "plot tall");
            html.raw("</div>\n");
        }
        fidelity();
        html.raw("<div class=\"grid two\">\n");
        values("Calibrated parameters of the twin", data.calibration());
        refusals();
        values("Counters", data.counters());
        files();
        html.raw("</div>\n</section>\n");
    }

    private void fidelity() {
        if (data.fidelity().isEmpty()) {
            return;
        }
        html.raw("<div class=\"card\">")
                .table(
                        "How well the twin mirrors the RAN: distance of the distributions, in standard deviations",
                        List.of("Quantity", "#Distance before", "#Distance after"),
                        data.fidelity().stream()
                                .map(row -> List.of(
                                        Cell.text(row.quantity()),
                                        Cell.text(Numbers.show(row.before())),
                                        Cell.text(Numbers.show(row.after()))))
                                .toList())
                .raw("</div>\n");
    }

    private void values(String caption, List<ReportData.NamedValue> values) {
        if (!values.isEmpty()) {
            html.raw("<div class=\"card\">")
                    .table(
                            caption,
                            List.of("What", "#Value"),
                            values.stream()
                                    .map(value -> List.of(Cell.text(value.name()), Cell.text(value.value())))
                                    .toList())
                    .raw("</div>\n");
        }
    }

    private void refusals() {
        if (!data.refusals().isEmpty()) {
            html.raw("<div class=\"card\">")
                    .table(
                            "What was refused",
                            List.of("By", "Reason", "#Times"),
                            data.refusals().stream()
                                    .map(refusal -> List.of(
                                            Cell.text(refusal.by()),
                                            Cell.text(refusal.reason()),
                                            Cell.text(Numbers.count(refusal.count()))))
                                    .toList())
                    .raw("</div>\n");
        }
    }

    private void files() {
        if (!data.files().isEmpty()) {
            html.raw("<div class=\"card\">")
                    .table(
                            "Files beside this report",
                            List.of("File", "Content", "#Size"),
                            data.files().stream()
                                    .map(file -> List.of(
                                            Cell.link(file.name()),
                                            Cell.text(file.about()),
                                            Cell.text(Numbers.bytes(file.bytes()))))
                                    .toList())
                    .raw("</div>\n");
        }
    }

    private void plot(String id, String title, String unit, String kind) {
        Shell.plot(html, id, title, unit, kind);
    }

    private void closing() {
        html.raw("<footer>\n")
                .element(
                        "p",
                        "A promise is broken in a report window when too many packets are late, when the age of"
                            + " information is above its limit for too long, or when less than the promised rate is"
                            + " delivered while more waits. A quota guarantees its minimum whenever the slice has"
                            + " demand, never lends its dedicated part and never lets the slice above its ceiling.");
        Shell.licence(html);
        html.raw("</footer>\n");
    }
}
