package io.twinslice.evaluation.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreStatisticsTest {
    /** Two runs, three tasks. */
    private static final ScoreTable SMALL = ScoreTable.of(new double[][] {{1, 20, 3}, {2, 5, 100}});

    @Test
    void theAggregatesAgreeWithTheHand() {
        // Sorted: 1 2 3 5 20 100; of six, ⌊6/4⌋ = 1 leaves at each end.
        assertThat(ScoreStatistics.interquartileMean(SMALL)).isEqualTo((2 + 3 + 5 + 20) / 4.0);
        assertThat(ScoreStatistics.mean(SMALL)).isCloseTo(131 / 6.0, within(1e-12));
        // Means of the tasks: 1.5, 12.5, 51.5.
        assertThat(ScoreStatistics.median(SMALL)).isEqualTo(12.5);
        // Short of 10: 9, 8, 7, 5, 0, 0.
        assertThat(ScoreStatistics.optimalityGap(SMALL, 10)).isCloseTo(29 / 6.0, within(1e-12));
    }

    @Test
    void anOutlierMovesTheMeanAndNotTheInterquartileMean() {
        double[][] scores = {{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}};
        double before = ScoreStatistics.interquartileMean(ScoreTable.of(scores));
        scores[7][0] = 1e6;
        assertThat(ScoreStatistics.interquartileMean(ScoreTable.of(scores)))
                .isEqualTo(before)
                .isEqualTo(4.5);
    }

    @Test
    void theProfileIsTheShareAboveEachThreshold() {
        assertThat(ScoreStatistics.profile(SMALL, new double[] {0, 1, 4, 100})).containsExactly(1, 5 / 6.0, 3 / 6.0, 0);
    }

    @Test
    void theProbabilityOfImprovementCountsWinsAndHalvesTies() {
        ScoreTable x = ScoreTable.of(new double[][] {{1, 5}, {3, 5}});
        ScoreTable y = ScoreTable.of(new double[][] {{2, 5}, {0, 5}, {3, 6}});
        // Task 0: 1 beats 0; 3 beats 2 and 0, ties with 3: 3.5 of 6. Task 1: four ties of 6: 2 of 6.
        assertThat(ScoreStatistics.probabilityOfImprovement(x, y)).isCloseTo((3.5 / 6 + 2 / 6.0) / 2, within(1e-12));
        assertThat(ScoreStatistics.probabilityOfImprovement(y, x))
                .isCloseTo(1 - (3.5 / 6 + 2 / 6.0) / 2, within(1e-12));
    }

    @Test
    void theSameSeedGivesTheSameIntervalAndAnotherOneAnother() {
        ScoreTable table = normal(new SplittableRandom(3), 10, 3, 0);
        Interval first = ScoreStatistics.interval(table, ScoreStatistics::interquartileMean, 7);
        assertThat(ScoreStatistics.interval(table, ScoreStatistics::interquartileMean, 7))
                .isEqualTo(first);
        assertThat(ScoreStatistics.interval(table, ScoreStatistics::interquartileMean, 8))
                .isNotEqualTo(first);
        assertThat(first.contains(first.value())).isTrue();
    }

    @Test
    void theBootstrapIsStratifiedSoTasksThatDifferDoNotWidenIt() {
        ScoreTable table = ScoreTable.of(new double[][] {{0, 1000}, {0, 1000}, {0, 1000}});
        assertThat(ScoreStatistics.interval(table, ScoreStatistics::mean, 1)).isEqualTo(new Interval(500, 500, 500));
    }

    /** The mean of 40 values: a percentile bootstrap covers a little less than it says, and so do we. */
    @Test
    void theIntervalsCoverTheTruthOfKnownDistributions() {
        SplittableRandom random = new SplittableRandom(11);
        int normal = 0;
        int improvement = 0;
        int trials = 150;
        // P(N(1,1) > N(0,1)) = Φ(1/√2).
        double truth = 0.7602499389065233;
        for (int trial = 0; trial < trials; trial++) {
            ScoreTable x = normal(random, 10, 4, 1);
            ScoreTable y = normal(random, 10, 4, 0);
            normal += ScoreStatistics.interval(x, ScoreStatistics::interquartileMean, trial)
                            .contains(1)
                    ? 1
                    : 0;
            improvement += ScoreStatistics.improvementInterval(x, y, trial).contains(truth) ? 1 : 0;
        }
        assertThat(normal / (double) trials).isBetween(0.88, 0.995);
        assertThat(improvement / (double) trials).isBetween(0.88, 0.995);
    }

    @Test
    void aPairedDifferenceIsClearWhereUnpairedIntervalsOverlap() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] a = new double[10][2];
        double[][] b = new double[10][2];
        for (int run = 0; run < 10; run++) {
            double luckOfTheSeed = 10 * random.nextGaussian();
            for (int task = 0; task < 2; task++) {
                a[run][task] = luckOfTheSeed + 1 + 0.1 * random.nextGaussian();
                b[run][task] = luckOfTheSeed + 0.1 * random.nextGaussian();
            }
        }
        ScoreTable x = ScoreTable.of(a);
        ScoreTable y = ScoreTable.of(b);
        Interval difference = ScoreStatistics.pairedDifference(x, y, ScoreStatistics::mean, 1);
        assertThat(difference.isClear()).isTrue();
        assertThat(difference.value()).isCloseTo(1, within(0.2));
        assertThat(ScoreStatistics.interval(x, ScoreStatistics::mean, 1).low())
                .isLessThan(
                        ScoreStatistics.interval(y, ScoreStatistics::mean, 1).high());
    }

    @Test
    void aProfileFallsAndItsIntervalsHoldIt() {
        double[] thresholds = {-2, -1, 0, 1, 2};
        List<Interval> band =
                ScoreStatistics.profileIntervals(normal(new SplittableRandom(9), 10, 4, 0), thresholds, 4);
        for (int i = 0; i < thresholds.length; i++) {
            assertThat(band.get(i).contains(band.get(i).value())).isTrue();
            assertThat(i == 0 || band.get(i).value() <= band.get(i - 1).value()).isTrue();
        }
    }

    @Test
    void tablesThatCannotBeComparedAreRefused() {
        assertThatThrownBy(() -> ScoreTable.of(new double[][] {{1, 2}, {3}})).hasMessageContaining("run 1 has 1 tasks");
        assertThatThrownBy(() -> ScoreTable.of(new double[][] {{Double.NaN}})).hasMessageContaining("NaN");
        assertThatThrownBy(() -> ScoreTable.of(new double[0][])).hasMessageContaining("at least one run");
        ScoreTable three = ScoreTable.of(new double[][] {{1}, {2}, {3}});
        ScoreTable two = ScoreTable.of(new double[][] {{1}, {2}});
        assertThatThrownBy(() -> ScoreStatistics.pairedDifference(three, two, ScoreStatistics::mean, 1))
                .hasMessageContaining("not 3 and 2");
        assertThatThrownBy(() -> ScoreStatistics.probabilityOfImprovement(SMALL, two))
                .hasMessageContaining("3 tasks");
    }

    private static ScoreTable normal(SplittableRandom random, int runs, int tasks, double mean) {
        double[][] scores = new double[runs][tasks];
        for (double[] run : scores) {
            for (int task = 0; task < tasks; task++) {
                run[task] = mean + random.nextGaussian();
            }
        }
        return ScoreTable.of(scores);
    }
}
