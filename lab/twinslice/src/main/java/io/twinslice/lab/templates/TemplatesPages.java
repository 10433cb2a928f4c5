package io.twinslice.lab.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.evaluation.templates.TemplateAims;
import io.twinslice.lab.ResultJson;
import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import io.twinslice.lab.templates.TemplatesCommand.Front;
import io.twinslice.lab.templates.TemplatesCommand.Rule;
import io.twinslice.lab.templates.TemplatesCommand.Tested;
import io.twinslice.policy.SliceTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The front for the terminal, the browser and programs. */
final class TemplatesPages {
    static final List<String> HEADINGS = List.of("policy", "violation seconds", "PRB-seconds", "moved per window, %");

    private final String scenario;
    private final int episodes;
    private final Front front;

    TemplatesPages(String scenario, int episodes, Front front) {
        this.scenario = scenario;
        this.episodes = episodes;
        this.front = front;
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < front.templates().size(); i++) {
            rows.add(row("template " + (i + 1), front.templates().get(i).aims()));
        }
        front.rules().forEach(rule -> rows.add(row(rule.name(), rule.aims())));
        return rows;
    }

    private static List<String> row(String name, TemplateAims aims) {
        return List.of(
                name,
                String.format(Locale.ROOT, "%.2f", aims.violationSeconds()),
                String.format(Locale.ROOT, "%.0f", aims.prbSeconds()),
                String.format(Locale.ROOT, "%.2f", aims.movedPercent()));
    }

    /** Which rules are beaten in every aim at once. */
    String answer() {
        List<String> beaten = front.rules().stream()
                .filter(rule ->
                        front.templates().stream().anyMatch(one -> one.aims().dominates(rule.aims())))
                .map(Rule::name)
                .toList();
        return beaten.isEmpty()
                ? "No rule is beaten in every aim at once by a template of the front."
                : "A template of the front is nowhere worse and somewhere better than: " + String.join(", ", beaten)
                        + ".";
    }

    String html() {
        Page page = new Page("Twinslice templates", front.templates().size() + " templates for " + scenario)
                .lead(answer() + " All figures are means over " + episodes
                        + " episodes of the test split, which the search never saw.");
        page.section("Front", "Fewest violations first; rules below.");
        page.table("Aims", List.of("Policy", "#Violation seconds", "#PRB-seconds", "#Moved per window, %"), rows());
        page.plots(List.of(
                curve("PRBs against violations", "PRB-seconds", TemplateAims::prbSeconds),
                curve("Movement against violations", "percent per window", TemplateAims::movedPercent)));
        page.section("Templates", "What is guaranteed to each slice: basis + gain × need, both shares of the cell.");
        page.table(
                "Templates",
                List.of("Template", "Twin", "#Basis", "#Gain", "#Dedicated part", "#Ceiling", "#Newest window"),
                templateRows());
        return page.html();
    }

    private Plot curve(String title, String y, ToDoubleFunction<TemplateAims> of) {
        List<TemplateAims> sorted = front.templates().stream()
                .map(Tested::aims)
                .sorted(Comparator.comparingDouble(TemplateAims::violationSeconds))
                .toList();
        List<Plot.Series> series = new ArrayList<>();
        series.add(Plot.Series.of(
                "templates",
                sorted.stream().map(TemplateAims::violationSeconds).toList(),
                sorted.stream().map(of::applyAsDouble).toList()));
        return new Plot.Curves(title, "violation seconds", y, series);
    }

    private List<List<String>> templateRows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < front.templates().size(); i++) {
            Tested tested = front.templates().get(i);
            for (int slice = 0; slice < front.twins().size(); slice++) {
                SliceTemplate template = tested.found().templates().get(slice);
                rows.add(List.of(
                        "template " + (i + 1),
                        front.twins().get(slice),
                        String.format(Locale.ROOT, "%.2f", template.basis()),
                        String.format(Locale.ROOT, "%.2f", template.gain()),
                        String.format(Locale.ROOT, "%.2f", template.dedicated()),
                        String.format(Locale.ROOT, "%.2f", template.ceiling()),
                        String.format(Locale.ROOT, "%.2f", tested.found().newest())));
            }
        }
        return rows;
    }

    String json() {
        ObjectNode root = ResultJson.object().put("scenario", scenario).put("testEpisodes", episodes);
        ArrayNode templates = root.putArray("front");
        for (Tested tested : front.templates()) {
            ObjectNode node = templates.addObject();
            aims(node, tested.aims());
            aims(node.putObject("inSearch"), tested.found().aims());
            node.put("newest", tested.found().newest());
            ArrayNode slices = node.putArray("slices");
            for (int slice = 0; slice < front.twins().size(); slice++) {
                SliceTemplate template = tested.found().templates().get(slice);
                slices.addObject()
                        .put("twin", front.twins().get(slice))
                        .put("basis", template.basis())
                        .put("gain", template.gain())
                        .put("dedicated", template.dedicated())
                        .put("ceiling", template.ceiling());
            }
        }
        ArrayNode rules = root.putArray("rules");
        front.rules().forEach(rule -> aims(rules.addObject().put("policy", rule.name()), rule.aims()));
        return ResultJson.text(root);
    }

    private static void aims(ObjectNode node, TemplateAims aims) {
        node.put("violationSeconds", aims.violationSeconds())
                .put("prbSeconds", aims.prbSeconds())
                .put("movedPercent", aims.movedPercent());
    }
}
