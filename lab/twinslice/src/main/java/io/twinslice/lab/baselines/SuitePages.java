package io.twinslice.lab.baselines;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.evaluation.Estimate;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ResultJson;
import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A study of learners for the terminal, for programs, for the documentation and for the browser. */
final class SuitePages {
    private static final List<String> HEADINGS =
            List.of("scenario", "policy", "SLA violation, s", "PRB·s", "normalised score");
    private static final List<String> AGAINST =
            List.of("policy", "against", "fewer violation s, %", "PRB·s, %", "over 2 % worse in");
    private static final List<String> OVERALL =
            List.of("policy", "normalised score (IQM)", "better than best static, %");
    private static final List<String> COST = List.of("learner", "scenarios", "environment steps", "CPU, s");

    private final SuiteStudy study;

    SuitePages(SuiteStudy study) {
        this.study = study;
    }

    void show(Desk desk) {
        desk.table(HEADINGS, rows());
        desk.step("all scenarios");
        desk.table(OVERALL, overall());
        desk.table(COST, costs());
        if (!comparisons().isEmpty()) {
            desk.step("dynamic scenarios");
            desk.table(AGAINST, comparisons());
            sentences().forEach(desk::say);
        }
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ScenarioResult result : study.results()) {
            List<ScenarioResult.Row> all = result.rows();
            for (String policy : study.shown()) {
                all.stream()
                        .filter(row -> row.policy().equals(policy))
                        .forEach(row -> rows.add(List.of(
                                result.scenario().name(),
                                policy,
                                show(row.violationSeconds(), 2),
                                show(row.prbSeconds(), 0),
                                show(row.normalised(), 2))));
            }
        }
        return rows;
    }

    private List<List<String>> overall() {
        return Overall.of(study.results()).stream()
                .filter(each -> study.shown().contains(each.policy()))
                .map(each -> List.of(
                        each.policy(),
                        show(each.normalised(), 2),
                        String.format(Locale.ROOT, "%.0f", 100 * each.improvement())))
                .toList();
    }

    private List<List<String>> costs() {
        return study.learners().stream()
                .map(learner -> List.of(
                        learner,
                        Integer.toString(study.played().size()),
                        String.format(Locale.ROOT, "%,d", study.environmentSteps(learner)),
                        String.format(Locale.ROOT, "%.0f", study.cpuSeconds(learner))))
                .toList();
    }

    private List<List<String>> comparisons() {
        return study.comparisons().stream()
                .map(each -> List.of(
                        each.policy(),
                        each.against(),
                        show(percent(each.savedShare()), 1),
                        show(percent(each.prbRatio()), 1),
                        each.worse().isEmpty() ? "none" : String.join(", ", each.worse())))
                .toList();
    }

    private List<String> sentences() {
        return study.comparisons().stream()
                .filter(each -> each.against().equals(ScenarioStudy.BEST_STATIC)
                        && study.learners().contains(each.policy()))
                .map(each -> each.policy() + ": " + show(percent(each.savedShare()), 1)
                        + " % fewer violation seconds than best static at "
                        + show(percent(each.prbRatio()), 1) + " % of its PRB-seconds"
                        + (SuiteCommand.meetsBar(each) ? "" : " (bar missed)"))
                .toList();
    }

    String json() {
        ObjectNode json = ResultJson.object().put("formatVersion", 1);
        json.put("seeds", study.size().seeds())
                .put("windows", study.size().windows())
                .put("trainingSeed", study.trainingSeed());
        ArrayNode learners = json.putArray("learners");
        for (String learner : study.learners()) {
            learners.addObject()
                    .put("learner", learner)
                    .put("environmentSteps", study.environmentSteps(learner))
                    .put("cpuSeconds", study.cpuSeconds(learner));
        }
        ArrayNode comparisons = json.putArray("comparisons");
        for (SuiteComparison each : study.comparisons()) {
            ObjectNode comparison =
                    comparisons.addObject().put("policy", each.policy()).put("against", each.against());
            ResultJson.put(comparison, "savedShare", each.savedShare());
            ResultJson.put(comparison, "prbRatio", each.prbRatio());
            ArrayNode worse = comparison.putArray("worseScenarios");
            each.worse().forEach(worse::add);
        }
        ArrayNode overall = json.putArray("overall");
        for (Overall each : Overall.of(study.results())) {
            ObjectNode policy = overall.addObject().put("policy", each.policy());
            ResultJson.put(policy, "normalisedScore", each.normalised());
            policy.put("probabilityOfImprovement", each.improvement());
        }
        ArrayNode scenarios = json.putArray("scenarios");
        study.played().forEach(played -> scenario(scenarios.addObject(), played));
        return ResultJson.text(json);
    }

    private static void scenario(ObjectNode json, SuiteStudy.Played played) {
        ScenarioResult result = played.result();
        String name = result.scenario().name();
        json.put("scenario", name).put("dynamic", !SuiteComparison.STEADY.contains(name));
        ResultJson.add(json.putArray("bestStaticPlan"), result.bestStatic());
        ResultJson.add(json.putArray("racedStaticPlan"), played.raced());
        ArrayNode policies = json.putArray("policies");
        for (ScenarioResult.Row row : result.rows()) {
            ObjectNode policy = policies.addObject()
                    .put("policy", row.policy())
                    .put("episodes", row.episodes())
                    .put("failedEpisodes", row.failedEpisodes());
            ResultJson.put(policy, "violationSeconds", row.violationSeconds());
            ResultJson.put(policy, "prbSeconds", row.prbSeconds());
            ResultJson.put(policy, "aoiP99Millis", row.aoiP99Millis());
            ResultJson.put(policy, "normalisedScore", row.normalised());
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        sentences().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
        text.append('\n');
        table(text, AGAINST, comparisons());
        table(text, OVERALL, overall());
        table(text, COST, costs());
        table(text, HEADINGS, rows());
        return text.toString();
    }

    String html() {
        boolean met = study.comparisons().stream()
                .anyMatch(each -> each.policy().equals(SuiteLearning.CERTIFIED_ERL)
                        && each.against().equals(ScenarioStudy.BEST_STATIC)
                        && SuiteCommand.meetsBar(each));
        Page page = new Page(
                        "Twinslice benchmark suite",
                        "Learned policies on " + study.played().size() + " scenarios")
                .verdict(met, met ? "the bar is met" : "the bar is not met")
                .lead("Learned on the train split, chosen on the validation split, played here on seeds and parameters"
                        + " of the test split. " + String.join(". ", sentences()) + ".")
                .fact("seeds", Integer.toString(study.size().seeds()))
                .fact("training seed", Long.toString(study.trainingSeed()));
        page.section("Dynamic scenarios", "All of them together, on paired episodes.")
                .table("", numbers(AGAINST, 2), comparisons())
                .table("", numbers(OVERALL, 1), overall())
                .table("What learning took", numbers(COST, 1), costs());
        for (ScenarioResult result : study.results()) {
            page.section(result.scenario().name(), result.scenario().description())
                    .plot(new Plot.Bars(
                            "Broken promises",
                            "s in an episode",
                            result.rows().stream()
                                    .filter(row -> study.shown().contains(row.policy()))
                                    .map(row -> new Plot.Bar(
                                            row.policy(),
                                            estimate(row.violationSeconds()),
                                            row.policy().equals(SuiteLearning.CERTIFIED_ERL)))
                                    .toList()));
        }
        page.section("Figures", "Means of an episode with 95 % intervals; 0 is the best static plan, 1 the oracle.")
                .table("", numbers(HEADINGS, 2), rows());
        return page.html();
    }

    private static List<String> numbers(List<String> headings, int texts) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            columns.add((i < texts ? "" : "#") + headings.get(i));
        }
        return columns;
    }

    private static io.twinslice.lab.report.Estimate estimate(Estimate of) {
        return new io.twinslice.lab.report.Estimate(of.mean(), of.low(), of.high());
    }

    private static Estimate percent(Estimate of) {
        return new Estimate(100 * of.mean(), 100 * of.low(), 100 * of.high());
    }

    private static String show(Estimate of, int digits) {
        if (Double.isNaN(of.mean())) {
            return "-";
        }
        String number = "%." + digits + "f";
        return String.format(Locale.ROOT, number + " [" + number + ", " + number + "]", of.mean(), of.low(), of.high());
    }

    private static void table(StringBuilder text, List<String> headings, List<List<String>> rows) {
        text.append("| ").append(String.join(" | ", headings)).append(" |\n");
        text.append("|---".repeat(headings.size())).append("|\n");
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        text.append('\n');
    }
}
