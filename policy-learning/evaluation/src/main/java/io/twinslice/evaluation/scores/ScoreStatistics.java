package io.twinslice.evaluation.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Statistics of score tables and their intervals.
 *
 * <p>Intervals are percentile intervals of a stratified bootstrap with {@value #RESAMPLES} resamples: runs are drawn
 * with replacement within each task, tasks are not drawn. They speak of other runs on these tasks, not of other tasks.
 */
public final class ScoreStatistics {
    /** Resamples behind each interval. */
    public static final int RESAMPLES = 2000;

    private ScoreStatistics() {}

    /** Mean of all scores. */
    public static double mean(ScoreTable table) {
        return StatUtils.mean(table.flat());
    }

    /** Median over the tasks of the mean over the runs. */
    public static double median(ScoreTable table) {
        double[] means = new double[table.tasks()];
        for (int task = 0; task < means.length; task++) {
            for (int run = 0; run < table.runs(); run++) {
                means[task] += table.score(run, task) / table.runs();
            }
        }
        return StatUtils.percentile(means, 50);
    }

    /**
     * Mean of the middle half of all scores, runs and tasks together: of n scores the lowest and the highest ⌊n/4⌋ are
     * left out.
     */
    public static double interquartileMean(ScoreTable table) {
        double[] all = table.flat();
        Arrays.sort(all);
        int cut = all.length / 4;
        return StatUtils.mean(all, cut, all.length - 2 * cut);
    }

    /** By how much scores fall short of {@code target} on average; scores above it count as it. */
    public static double optimalityGap(ScoreTable table, double target) {
        return target
                - StatUtils.mean(Arrays.stream(table.flat())
                        .map(score -> Math.min(score, target))
                        .toArray());
    }

    /**
     * Probability that a run of {@code x} on a task chosen at random scores above a run of {@code y} on it, ties
     * counting half: the mean over the tasks of the Mann–Whitney statistic.
     */
    public static double probabilityOfImprovement(ScoreTable x, ScoreTable y) {
        sameTasks(x, y);
        double sum = 0;
        for (int task = 0; task < x.tasks(); task++) {
            double wins = 0;
            for (int i = 0; i < x.runs(); i++) {
                for (int k = 0; k < y.runs(); k++) {
                    int order = Double.compare(x.score(i, task), y.score(k, task));
                    wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                }
            }
            sum += wins / ((double) x.runs() * y.runs());
        }
        return sum / x.tasks();
    }

    /** Share of all scores above each threshold: the performance profile. */
    public static double[] profile(ScoreTable table, double[] thresholds) {
        double[] sorted = table.flat();
        Arrays.sort(sorted);
        double[] shares = new double[thresholds.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = above(sorted, thresholds[i]) / (double) sorted.length;
        }
        return shares;
    }

    private static int above(double[] sorted, double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > threshold) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sorted.length - low;
    }

    /** A statistic with its interval. */
    public static Interval interval(ScoreTable table, ToDoubleFunction<ScoreTable> statistic, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] resampled = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            resampled[r] = statistic.applyAsDouble(table.resampled(table.draw(random)));
        }
        return Interval.ofPercentiles(statistic.applyAsDouble(table), resampled);
    }

    /** {@link #profile} with an interval at each threshold; they hold point by point, not all at once. */
    public static List<Interval> profileIntervals(ScoreTable table, double[] thresholds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] resampled = new double[thresholds.length][RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double[] shares = profile(table.resampled(table.draw(random)), thresholds);
            for (int i = 0; i < shares.length; i++) {
                resampled[i][r] = shares[i];
            }
        }
        double[] shares = profile(table, thresholds);
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            intervals.add(Interval.ofPercentiles(shares[i], resampled[i]));
        }
        return intervals;
    }

    /** {@link #probabilityOfImprovement} with its interval; the runs of both are drawn. */
    public static Interval improvementInterval(ScoreTable x, ScoreTable y, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] resampled = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            resampled[r] = probabilityOfImprovement(x.resampled(x.draw(random)), y.resampled(y.draw(random)));
        }
        return Interval.ofPercentiles(probabilityOfImprovement(x, y), resampled);
    }

    /**
     * The statistic of {@code x} minus that of {@code y}, where run i of both had the same seed: both lose and keep the
     * same runs, so what the seed does to both cancels out.
     */
    public static Interval pairedDifference(
            ScoreTable x, ScoreTable y, ToDoubleFunction<ScoreTable> statistic, long seed) {
        sameTasks(x, y);
        if (x.runs() != y.runs()) {
            throw new IllegalArgumentException(
                    "runs can only be paired when both have as many, not " + x.runs() + " and " + y.runs());
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] resampled = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            int[][] drawn = x.draw(random);
            resampled[r] = statistic.applyAsDouble(x.resampled(drawn)) - statistic.applyAsDouble(y.resampled(drawn));
        }
        return Interval.ofPercentiles(statistic.applyAsDouble(x) - statistic.applyAsDouble(y), resampled);
    }

    private static void sameTasks(ScoreTable x, ScoreTable y) {
        if (x.tasks() != y.tasks()) {
            throw new IllegalArgumentException(x.tasks() + " tasks cannot be compared with " + y.tasks());
        }
    }
}
