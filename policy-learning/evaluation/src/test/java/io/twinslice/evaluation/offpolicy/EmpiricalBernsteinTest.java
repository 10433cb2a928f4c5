package io.twinslice.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.evaluation.scores.Interval;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EmpiricalBernsteinTest {
    @Test
    void theBoundAgreesWithTheHand() {
        double[] values = new double[100];
        for (int i = 0; i < 50; i++) {
            values[i] = 1;
        }
        // V = 25/99; ln 80 = 4.382027.
        double half = Math.sqrt(2 * (25 / 99.0) * 4.382026634673881 / 100) + 7 * 4.382026634673881 / (3 * 99);
        Interval interval = EmpiricalBernstein.interval(values, 0, 1, 0.05);
        assertThat(interval.value()).isEqualTo(0.5);
        assertThat(interval.high()).isCloseTo(0.5 + half, within(1e-12));
        assertThat(interval.low()).isCloseTo(0.5 - half, within(1e-12));
    }

    /** A rare large value is what a bootstrap of few values misses and this bound does not. */
    @Test
    void itHoldsWhereABootstrapFails() {
        SplittableRandom random = new SplittableRandom(1);
        int bernstein = 0;
        int bootstrap = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] values = new double[50];
            RatioSum mean = new RatioSum(values.length, 1);
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextDouble() < 0.01 ? 1 : 0;
                mean.add(i, 0, values[i], 1);
            }
            bernstein += EmpiricalBernstein.interval(values, 0, 1, 0.05).contains(0.01) ? 1 : 0;
            bootstrap += mean.interval(trial).contains(0.01) ? 1 : 0;
        }
        assertThat(bernstein).isEqualTo(200);
        assertThat(bootstrap).isLessThan(150);
    }

    @Test
    void valuesOutsideTheRangeAreRefused() {
        assertThatThrownBy(() -> EmpiricalBernstein.interval(new double[] {0, 2}, 0, 1, 0.05))
                .hasMessageContaining("2.0 lies outside 0.0..1.0");
        assertThatThrownBy(() -> EmpiricalBernstein.interval(new double[] {1}, 0, 1, 0.05))
                .hasMessageContaining("at least 2 values");
    }
}
