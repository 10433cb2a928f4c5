package io.twinslice.lab.offline;

import io.twinslice.evaluation.offpolicy.OffPolicyAnswer;
import io.twinslice.lab.offline.OfflineResult.OfLoad;
import io.twinslice.lab.report.Estimate;
import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import io.twinslice.lab.report.Plot.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result for people. */
final class OfflinePage {
    private OfflinePage() {}

    static String html(OfflineResult result) {
        Page page = new Page("Twinslice benchmark offline", result.answer())
                .verdict(
                        result.beaten(),
                        result.beaten() ? "the learned policy is better" : "no better policy can be shown")
                .lead("Recorded decisions of an xApp on a testbed, weighed so that they speak of other policies. The"
                        + " cost is the mean of three shares: eMBB below 97 % of the offered rate, URLLC with a queue,"
                        + " MTC with a queue. Whole runs are resampled.")
                .fact("Runs", String.valueOf(result.runs()))
                .fact("Decisions", String.format(Locale.ROOT, "%,d", result.rounds()));
        for (OfLoad load : result.loads()) {
            load(page, load);
        }
        return page.html();
    }

    private static void load(Page page, OfLoad load) {
        page.section(
                load.name() + " load",
                String.format(
                        Locale.ROOT,
                        "%d runs with %,d decisions. What the agents did cost %.4f; below %.4f is chance that no split"
                                + " controls. In states of a bucket the agents' choices are up to %.0f %% away from the"
                                + " propensities.",
                        load.runs(),
                        load.rounds(),
                        load.loggedCost(),
                        load.bound(),
                        100 * load.propensityGap()));
        List<Bar> bars = new ArrayList<>();
        load.policies().forEach(row -> {
            if (row.weighted() instanceof OffPolicyAnswer.Estimated estimated) {
                bars.add(new Bar(
                        row.policy(),
                        new Estimate(
                                estimated.value().value(),
                                estimated.value().low(),
                                estimated.value().high()),
                        row.policy().equals(OfflineStudy.LEARNED)));
            }
        });
        page.plot(new Plot.Bars("Cost of each policy, weighted doubly robust", "cost", bars));
        page.table(
                "Cost with its 95 % interval; PRBs of eMBB, MTC, URLLC",
                List.of("Policy", "#Effective decisions", "#SNIPS", "#DR", "#WDR"),
                load.policies().stream()
                        .map(row -> List.of(
                                row.policy(),
                                Figures.effective(row.weighted()),
                                Figures.interval(row.snips(), "%.4f"),
                                Figures.interval(row.doublyRobust(), "%.4f"),
                                Figures.interval(row.weighted(), "%.4f")))
                        .toList());
        page.table(
                "Differences; negative when the first is better",
                List.of("Policy", "Against", "#WDR", "#SNIPS"),
                load.comparisons().stream()
                        .map(comparison -> List.of(
                                comparison.policy(),
                                comparison.against(),
                                Figures.interval(comparison.weighted(), "%+.4f"),
                                Figures.interval(comparison.snips(), "%+.4f")))
                        .toList());
        page.table(
                "A policy followed for several decisions: the cost of the last",
                List.of("Policy", "#Decisions", "#Effective episodes", "#SNIPS", "Why not"),
                load.followed().stream()
                        .map(followed -> List.of(
                                followed.policy(),
                                String.valueOf(followed.decisions()),
                                Figures.effective(followed.answer()),
                                Figures.interval(followed.answer(), "%.4f"),
                                Figures.reason(followed.answer())))
                        .toList());
    }
}
