package io.twinslice.lab.classic;

import io.twinslice.evaluation.scores.Interval;
import io.twinslice.evaluation.scores.ScoreStatistics;
import java.util.List;

/**
 * ERL minus the same gradient learner alone, on one task, for equal steps; run i of both had the same seed.
 *
 * @param learner with evolution
 * @param against without
 */
record Difference(Trained learner, Trained against) {
    /** Every pair among the results. */
    static List<Difference> among(List<Trained> results) {
        return results.stream()
                .filter(trained -> trained.benchmark().learnerName().equals("ERL"))
                .flatMap(erl -> results.stream().filter(erl::isPairedWith).map(alone -> new Difference(erl, alone)))
                .toList();
    }

    Interval interval() {
        return ScoreStatistics.pairedDifference(
                learner.table(), against.table(), ScoreStatistics::mean, Trained.RESAMPLING_SEED);
    }

    /** Whether the runs were as long as they should be and the learner is better with the interval clear of zero. */
    boolean isGain() {
        return learner.isComparable() && learner.hasInterval() && interval().low() > 0;
    }

    String name() {
        return learner.benchmark().learnerName() + " - " + against.benchmark().learnerName() + " on "
                + learner.benchmark().taskName();
    }
}
