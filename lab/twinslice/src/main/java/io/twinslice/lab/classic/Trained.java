package io.twinslice.lab.classic;

import io.twinslice.evaluation.scores.Interval;
import io.twinslice.evaluation.scores.ScoreStatistics;
import io.twinslice.evaluation.scores.ScoreTable;
import io.twinslice.learners.control.ClassicBenchmark;
import io.twinslice.learners.control.ControlRun;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The runs of one benchmark.
 *
 * @param steps each run trained
 * @param runs one for each seed, from seed 1 on; at least one
 */
record Trained(ClassicBenchmark benchmark, int steps, List<ControlRun.Result> runs) {
    static final long RESAMPLING_SEED = 1;

    Trained {
        runs = List.copyOf(runs);
    }

    ScoreTable table() {
        return ScoreTable.of(
                runs.stream().map(run -> new double[] {run.score()}).toArray(double[][]::new));
    }

    Interval mean() {
        return interval(ScoreStatistics::mean);
    }

    Interval interquartileMean() {
        return interval(ScoreStatistics::interquartileMean);
    }

    private Interval interval(ToDoubleFunction<ScoreTable> statistic) {
        return ScoreStatistics.interval(table(), statistic, RESAMPLING_SEED);
    }

    /** One run says nothing about others. */
    boolean hasInterval() {
        return runs.size() > 1;
    }

    /** Whether training was as long as the bar allows. */
    boolean isComparable() {
        return steps == benchmark.steps();
    }

    boolean hasBar() {
        return benchmark.bar().isPresent();
    }

    /** Whether there is a bar and the mean reaches it. */
    boolean meetsBar() {
        return isComparable() && mean().value() >= benchmark.bar().orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether another learned the same task with the same seeds for as long. */
    boolean isPairedWith(Trained other) {
        return benchmark != other.benchmark
                && benchmark.taskName().equals(other.benchmark.taskName())
                && steps == other.steps
                && runs.size() == other.runs.size();
    }

    String name() {
        return benchmark.learnerName() + " on " + benchmark.taskName();
    }
}
