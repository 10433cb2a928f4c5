package io.twinslice.lab.kbrl;

import io.twinslice.evaluation.scores.Interval;
import io.twinslice.lab.report.Estimate;
import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import io.twinslice.learners.kbrl.KbrlLearner;
import io.twinslice.learners.kbrl.KbrlRun;
import io.twinslice.learners.kbrl.KbrlScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The result for people. */
final class KbrlPage {
    private KbrlPage() {}

    static String html(List<Played> results) {
        Page page = new Page("Twinslice benchmark kbrl", "Slices of the KBRL benchmark, and who serves them with what")
                .lead("All learners run in the same environment on the same seeds. The published figures are from"
                        + " fading traces that are not public: they stand beside the results and are not part of"
                        + " them.");
        page.section("Figures", "Violations per stage and PRBs over the last quarter of the stages; all violations.");
        page.table(
                "Mean over the seeds with 95 % intervals",
                KbrlCommand.HEADINGS.stream()
                        .map(h -> h.equals("scenario") || h.equals("learner") || h.isEmpty() ? h : "#" + h)
                        .toList(),
                results.stream().map(KbrlCommand::row).toList());
        for (KbrlScenario scenario : KbrlScenario.values()) {
            List<Played> here =
                    results.stream().filter(p -> p.scenario() == scenario).toList();
            if (!here.isEmpty()) {
                page.section(scenario.name(), about(scenario));
                page.plots(List.of(
                        bars("Violations per stage", "violations per stage", here, Played::violationsPerStage),
                        bars("PRBs", "PRBs", here, Played::prb)));
                page.plots(List.of(
                        curves("Violations so far", "violations", here, point -> point.cumulativeViolations()),
                        curves("PRBs along the way", "PRBs", here, KbrlRun.Point::prb)));
            }
        }
        return page.html();
    }

    private static String about(KbrlScenario scenario) {
        return scenario.embb() + " eMBB and " + scenario.mmtc() + " mMTC slices on " + scenario.prbs() + " PRBs.";
    }

    private static Plot bars(
            String title, String unit, List<Played> results, java.util.function.Function<Played, Interval> figure) {
        return new Plot.Bars(
                title,
                unit,
                results.stream()
                        .map(p -> new Plot.Bar(
                                p.learner().label(), estimate(figure.apply(p)), p.learner() == KbrlLearner.LENDING))
                        .toList());
    }

    private static Estimate estimate(Interval interval) {
        return new Estimate(interval.value(), interval.low(), interval.high());
    }

    private static Plot curves(String title, String y, List<Played> results, ToDoubleFunction<KbrlRun.Point> figure) {
        return new Plot.Curves(
                title, "stage", y, results.stream().map(p -> series(p, figure)).toList());
    }

    private static Plot.Series series(Played played, ToDoubleFunction<KbrlRun.Point> figure) {
        List<Double> x = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        List<KbrlRun.Point> first = played.runs().getFirst().curve();
        for (int i = 0; i < first.size(); i++) {
            int at = i;
            x.add((double) first.get(i).stage());
            mean.add(played.runs().stream()
                    .mapToDouble(run -> figure.applyAsDouble(run.curve().get(at)))
                    .average()
                    .orElseThrow());
        }
        return Plot.Series.of(played.learner().label(), x, mean);
    }
}
