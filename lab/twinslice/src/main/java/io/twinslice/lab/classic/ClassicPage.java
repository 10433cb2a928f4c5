package io.twinslice.lab.classic;

import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import io.twinslice.learners.control.ControlRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The result for people. */
final class ClassicPage {
    private ClassicPage() {}

    static String html(List<Trained> results) {
        List<Difference> differences = Difference.among(results);
        long bars = results.stream().filter(Trained::hasBar).count() + differences.size();
        long met = results.stream().filter(Trained::meetsBar).count()
                + differences.stream().filter(Difference::isGain).count();
        Page page = new Page("Twinslice benchmark classic", met + " of " + bars + " bars are reached")
                .verdict(met == bars, met == bars ? "all bars met" : "not all bars met")
                .lead("A score is the mean return of " + ControlRun.FINAL_EPISODES + " episodes of the policy as it"
                        + " stands after the last step, without exploration; no best of several is picked.");
        page.section("Scores", "Mean and interquartile mean over the seeds; seeds are resampled for the intervals.");
        page.table(
                "Scores against the bar",
                List.of("Learner and task", "#Steps", "#Seeds", "#Mean", "#95 %", "#IQM", "#95 %", "#Bar", "Verdict"),
                results.stream().map(ClassicCommand::row).toList());
        if (!differences.isEmpty()) {
            page.section(
                    "Evolution against the same learner alone",
                    "Difference of the mean scores for equal steps of the task; seeds are resampled in pairs. The bar"
                            + " is an interval above zero.");
            page.table(
                    "Differences",
                    List.of("Learners and task", "#Steps", "#Seeds", "#Difference", "#95 %", "Verdict"),
                    differences.stream().map(ClassicCommand::row).toList());
        }
        page.section("Learning curves", "Mean over the seeds of a few episodes; the band is from worst to best seed.");
        page.plots(results.stream().map(ClassicPage::curves).toList());
        return page.html();
    }

    private static Plot curves(Trained trained) {
        List<Double> x = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        List<ControlRun.Point> first = trained.runs().getFirst().curve();
        for (int i = 0; i < first.size(); i++) {
            int at = i;
            var returns = trained.runs().stream()
                    .mapToDouble(run -> run.curve().get(at).meanReturn())
                    .summaryStatistics();
            x.add((double) first.get(i).step());
            mean.add(returns.getAverage());
            low.add(returns.getMin());
            high.add(returns.getMax());
        }
        List<Plot.Series> series = new ArrayList<>();
        series.add(new Plot.Series(trained.benchmark().learnerName(), x, mean, low, high, false));
        trained.benchmark()
                .bar()
                .ifPresent(bar -> series.add(Plot.Series.reference("bar", x, Collections.nCopies(x.size(), bar))));
        return new Plot.Curves(trained.name(), "step", "return", series);
    }
}
