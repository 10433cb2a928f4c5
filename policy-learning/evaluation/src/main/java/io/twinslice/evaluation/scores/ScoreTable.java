package io.twinslice.evaluation.scores;

import java.util.random.RandomGenerator;

/**
 * Scores of one learner: a row for each run, that is training seed, a column for each task. Larger is better.
 * Immutable.
 */
public final class ScoreTable {
    private final double[][] scores;

    private ScoreTable(double[][] scores) {
        this.scores = scores;
    }

    /**
     * A table.
     *
     * @param scores {@code [run][task]}, all rows of one length, all finite
     */
    public static ScoreTable of(double[][] scores) {
        if (scores.length == 0 || scores[0].length == 0) {
            throw new IllegalArgumentException("a table of scores needs at least one run and one task");
        }
        double[][] copy = new double[scores.length][];
        for (int run = 0; run < scores.length; run++) {
            copy[run] = scores[run].clone();
            if (copy[run].length != scores[0].length) {
                throw new IllegalArgumentException(
                        "run " + run + " has " + copy[run].length + " tasks, run 0 has " + scores[0].length);
            }
            for (double score : copy[run]) {
                if (!Double.isFinite(score)) {
                    throw new IllegalArgumentException("run " + run + " has a score of " + score);
                }
            }
        }
        return new ScoreTable(copy);
    }

    public int runs() {
        return scores.length;
    }

    public int tasks() {
        return scores[0].length;
    }

    public double score(int run, int task) {
        return scores[run][task];
    }

    /** All scores, run by run. */
    double[] flat() {
        double[] all = new double[runs() * tasks()];
        for (int run = 0; run < runs(); run++) {
            System.arraycopy(scores[run], 0, all, run * tasks(), tasks());
        }
        return all;
    }

    /** Which run stands in for which, for each task on its own: {@code [run][task]}. */
    int[][] draw(RandomGenerator random) {
        int[][] drawn = new int[runs()][tasks()];
        for (int[] row : drawn) {
            for (int task = 0; task < tasks(); task++) {
                row[task] = random.nextInt(runs());
            }
        }
        return drawn;
    }

    /** The table in which every score is replaced by that of the run drawn. */
    ScoreTable resampled(int[][] drawn) {
        double[][] other = new double[runs()][tasks()];
        for (int run = 0; run < runs(); run++) {
            for (int task = 0; task < tasks(); task++) {
                other[run][task] = scores[drawn[run][task]][task];
            }
        }
        return new ScoreTable(other);
    }
}
