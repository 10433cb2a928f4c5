package io.twinslice.lab.kbrl;

import io.twinslice.evaluation.scores.Interval;
import io.twinslice.evaluation.scores.ScoreStatistics;
import io.twinslice.evaluation.scores.ScoreTable;
import io.twinslice.learners.kbrl.KbrlLearner;
import io.twinslice.learners.kbrl.KbrlRun;
import io.twinslice.learners.kbrl.KbrlScenario;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The runs of one learner in one scenario.
 *
 * @param stages of each run
 * @param runs one for each seed, from seed 1 on; at least one
 */
record Played(KbrlScenario scenario, KbrlLearner learner, int stages, List<KbrlRun.Result> runs) {
    private static final long RESAMPLING_SEED = 1;

    Played {
        runs = List.copyOf(runs);
    }

    Interval violationsPerStage() {
        return interval(KbrlRun.Result::violationsPerStage);
    }

    Interval prb() {
        return interval(KbrlRun.Result::prb);
    }

    Interval cumulativeViolations() {
        return interval(KbrlRun.Result::cumulativeViolations);
    }

    private Interval interval(ToDoubleFunction<KbrlRun.Result> figure) {
        return ScoreStatistics.interval(table(figure), ScoreStatistics::mean, RESAMPLING_SEED);
    }

    /** By how much a figure differs from that of another learner on the same seeds. */
    Interval minus(Played other, ToDoubleFunction<KbrlRun.Result> figure) {
        return ScoreStatistics.pairedDifference(
                table(figure), other.table(figure), ScoreStatistics::mean, RESAMPLING_SEED);
    }

    private ScoreTable table(ToDoubleFunction<KbrlRun.Result> figure) {
        return ScoreTable.of(runs.stream()
                .map(run -> new double[] {figure.applyAsDouble(run)})
                .toArray(double[][]::new));
    }

    /** One run says nothing about others. */
    boolean hasInterval() {
        return runs.size() > 1;
    }

    /** Whether the run was as long as those that were published. */
    boolean isComparable() {
        return stages == KbrlRun.STAGES;
    }

    boolean meets(Bar bar) {
        return isComparable()
                && violationsPerStage().value() <= bar.violationsPerStage()
                && prb().value() <= bar.prb()
                && cumulativeViolations().value() <= bar.cumulativeViolations();
    }
}
