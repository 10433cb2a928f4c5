package io.twinslice.lab.baselines;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.evaluation.Estimate;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ResultJson;
import io.twinslice.lab.baselines.ScenarioResult.Row;
import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A study for the terminal, for programs, for the documentation and for the browser. */
final class StudyPages {
    private static final List<String> HEADINGS =
            List.of("policy", "SLA violation, s", "PRB share, %", "PRB·s", "AoI p99, ms", "normalised score");

    private final Study study;

    StudyPages(Study study) {
        this.study = study;
    }

    void show(Desk desk) {
        for (ScenarioResult result : study.results()) {
            desk.step(result.scenario().name());
            desk.table(HEADINGS, result.rows().stream().map(StudyPages::cells).toList());
        }
        if (study.results().size() > 1) {
            desk.step("all scenarios");
            desk.table(overallHeadings(), overallRows());
        }
        desk.say("means of an episode of " + seconds()
                + " s with 95 % intervals; normalised score: 0 is the best static" + " plan, 1 the oracle");
        if (!study.oracleIsFirst()) {
            desk.warn("the oracle is not first everywhere: the oracle is wrong");
        }
    }

    String json() {
        ObjectNode json = ResultJson.object().put("formatVersion", 1);
        json.put("seeds", study.size().seeds())
                .put("windows", study.size().windows())
                .put("staticPlans", study.size().staticPlans())
                .put("oracleIsFirst", study.oracleIsFirst());
        ArrayNode scenarios = json.putArray("scenarios");
        for (ScenarioResult result : study.results()) {
            ObjectNode scenario = scenarios
                    .addObject()
                    .put("scenario", result.scenario().name())
                    .put("description", result.scenario().description())
                    .put("headroomSeconds", result.headroomSeconds())
                    .put("oracleIsFirst", result.oracleIsFirst());
            ResultJson.add(scenario.putArray("bestStaticPlan"), result.bestStatic());
            ArrayNode policies = scenario.putArray("policies");
            for (Row row : result.rows()) {
                ObjectNode policy = policies.addObject()
                        .put("policy", row.policy())
                        .put("episodes", row.episodes())
                        .put("failedEpisodes", row.failedEpisodes());
                ResultJson.put(policy, "violationSeconds", row.violationSeconds());
                ResultJson.put(policy, "prbSeconds", row.prbSeconds());
                ResultJson.put(policy, "prbShare", row.prbShare());
                ResultJson.put(policy, "aoiP99Millis", row.aoiP99Millis());
                ResultJson.put(policy, "normalisedScore", row.normalised());
            }
        }
        ArrayNode overall = json.putArray("overall");
        for (Overall each : study.overall()) {
            ObjectNode policy = overall.addObject().put("policy", each.policy());
            ResultJson.put(policy, "normalisedScore", each.normalised());
            ResultJson.put(policy, "probabilityOfImprovement", each.improvement());
        }
        return ResultJson.text(json);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("""
            # Baselines

            What can be reached without learning, and what at best. Every learned policy is measured against this
            table. It is made by one command, which goes on where it was interrupted:

            ```
            ./twinslice baselines --seeds %d%s --markdown docs/baselines.md
            ```

            Each scenario of the suite is played on the same %d seeds of its test split by all policies; an episode
            is %d s. The best static plan is searched by CMA-ES over %d plans on %d seeds of the train split. The
            oracle knows the arrivals and the channel of its seed: it tries its plans in forks of the episode. The
            cost of an episode is its SLA-violation seconds; where these are equal, the reward decides. The
            normalised score is (cost of best static - cost) / (cost of best static - cost of oracle): 0 is the
            best static plan, 1 the oracle, below 0 is worse than never adapting. Brackets hold 95 %% bootstrap
            intervals over paired episodes; in the PRB share the carrier is 100.

            """.formatted(
                        study.size().seeds(),
                        isQuick() ? " --quick" : "",
                        study.size().seeds(),
                        seconds(),
                        study.size().staticPlans(),
                        study.size().staticSeeds()));
        if (study.results().size() > 1) {
            text.append(
                    "## All scenarios\n\nInterquartile mean of the normalised score over scenarios and seeds, and the"
                            + "\nprobability that the policy costs less than the best static plan in an episode.\n\n");
            table(text, overallHeadings(), overallRows());
        }
        for (ScenarioResult result : study.results()) {
            text.append("\n## ").append(result.scenario().name()).append("\n\n");
            text.append(result.scenario().description())
                    .append(" Best static plan [dedicated, min, max %]: ")
                    .append(plan(result.bestStatic()))
                    .append(".\n\n");
            table(text, HEADINGS, result.rows().stream().map(StudyPages::cells).toList());
        }
        return text.toString();
    }

    String html() {
        boolean first = study.oracleIsFirst();
        Page page = new Page(
                        "Twinslice baselines",
                        "What can be reached without learning, and what at best, on "
                                + study.results().size() + " scenarios")
                .verdict(first, first ? "the oracle is first everywhere" : "the oracle is not first everywhere")
                .lead("All policies play the same seeds of the test split. The normalised score is 0 for the best"
                        + " static plan and 1 for the oracle, which knows the future of its episode.")
                .fact("seeds", Integer.toString(study.size().seeds()))
                .fact("episode", seconds() + " s")
                .fact("static plans tried", Integer.toString(study.size().staticPlans()));
        if (study.results().size() > 1) {
            page.section("All scenarios", "Interquartile mean over scenarios and seeds.")
                    .plot(new Plot.Bars(
                            "Normalised score",
                            "0 best static, 1 oracle; cut off at -2",
                            study.overall().stream()
                                    .map(each -> new Plot.Bar(
                                            each.policy(),
                                            cut(each.normalised()),
                                            each.policy().equals(ScenarioStudy.ORACLE)))
                                    .toList()))
                    .table("", numbers(overallHeadings()), overallRows());
        }
        for (ScenarioResult result : study.results()) {
            page.section(result.scenario().name(), result.scenario().description())
                    .plot(new Plot.Bars(
                            "Broken promises",
                            "s in an episode",
                            result.rows().stream()
                                    .map(row -> new Plot.Bar(
                                            row.policy(),
                                            estimate(row.violationSeconds()),
                                            row.policy().equals(ScenarioStudy.ORACLE)))
                                    .toList()))
                    .table(
                            "Best static plan [dedicated, min, max %]: " + plan(result.bestStatic()),
                            numbers(HEADINGS),
                            result.rows().stream().map(StudyPages::cells).toList());
        }
        return page.html();
    }

    private boolean isQuick() {
        return study.size().equals(StudySize.quick(study.size().seeds()));
    }

    private List<String> overallHeadings() {
        return List.of("policy", "normalised score (IQM)", "better than best static, %");
    }

    private List<List<String>> overallRows() {
        return study.overall().stream()
                .map(each -> List.of(
                        each.policy(),
                        show(each.normalised(), 2),
                        String.format(Locale.ROOT, "%.0f", 100 * each.improvement())))
                .toList();
    }

    private long seconds() {
        return study.results().isEmpty()
                ? 0
                : Math.round(study.size().windows()
                        * study.results().getFirst().scenario().windowMillis()
                        / 1000.0);
    }

    private static List<String> cells(Row row) {
        Estimate share = row.prbShare();
        return List.of(
                row.failedEpisodes() == 0 ? row.policy() : row.policy() + " (" + row.failedEpisodes() + " failed)",
                show(row.violationSeconds(), 1),
                show(new Estimate(100 * share.mean(), 100 * share.low(), 100 * share.high()), 0),
                String.format(Locale.ROOT, "%.0f", row.prbSeconds().mean()),
                show(row.aoiP99Millis(), 0),
                show(row.normalised(), 2));
    }

    private static String show(Estimate estimate, int digits) {
        if (Double.isNaN(estimate.mean())) {
            return "-";
        }
        String number = "%." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " [" + number + ", " + number + "]",
                estimate.mean(),
                estimate.low(),
                estimate.high());
    }

    private static String plan(QuotaPlan plan) {
        List<String> quotas = new ArrayList<>();
        for (PrbQuota quota : plan.quotas()) {
            quotas.add("[" + quota.dedicatedPercent() + ", " + quota.minPercent() + ", " + quota.maxPercent() + "]");
        }
        return String.join(" ", quotas);
    }

    private static List<String> numbers(List<String> headings) {
        List<String> columns = new ArrayList<>(List.of(headings.getFirst()));
        headings.subList(1, headings.size()).forEach(heading -> columns.add("#" + heading));
        return columns;
    }

    private static io.twinslice.lab.report.Estimate estimate(Estimate of) {
        return new io.twinslice.lab.report.Estimate(of.mean(), of.low(), of.high());
    }

    private static io.twinslice.lab.report.Estimate cut(Estimate of) {
        return estimate(new Estimate(Math.max(-2, of.mean()), Math.max(-2, of.low()), Math.max(-2, of.high())));
    }

    private static void table(StringBuilder text, List<String> headings, List<List<String>> rows) {
        text.append("| ").append(String.join(" | ", headings)).append(" |\n|---");
        text.append("|--:".repeat(headings.size() - 1)).append("|\n");
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
    }
}
