package io.twinslice.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquashedGaussianTest {
    /** The raw value whose deviation is 1: half way up the squashed range of −5..2 is −1.5. */
    private static final float UNIT = (float) atanh(1.5 / 3.5);

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }

    @Test
    void theLogProbabilityIsThatOfANormalChangedByTanh() {
        SquashedGaussian head = new SquashedGaussian(1, 1);
        float[] log = new float[1];
        float[] action = head.sample(1, new float[] {0.3f, UNIT}, new float[] {0.5f}, log);
        double u = 0.8;
        assertThat((double) action[0]).isCloseTo(Math.tanh(u), within(1e-6));
        double normal = -0.125 - 0.5 * Math.log(2 * Math.PI);
        assertThat((double) log[0]).isCloseTo(normal - Math.log(1 - Math.pow(Math.tanh(u), 2)), within(1e-5));
    }

    @Test
    void theProbabilityOfAllActionsIsOne() {
        // p(a) da summed over u: da = (1 − tanh²u) du.
        SquashedGaussian head = new SquashedGaussian(1, 1);
        float[] log = new float[1];
        double sum = 0;
        for (double e = -6; e <= 6; e += 0.01) {
            float[] action = head.sample(1, new float[] {0.3f, UNIT}, new float[] {(float) e}, log);
            double slope = 1 / Math.pow(Math.cosh(0.3 + e), 2);
            sum += Math.exp(log[0]) * slope * 0.01;
            assertThat(action[0]).isBetween(-1f, 1f);
        }
        assertThat(sum).isCloseTo(1, within(1e-3));
    }

    @Test
    void extremeMeansKeepAFiniteLogProbability() {
        SquashedGaussian head = new SquashedGaussian(2, 2);
        float[] log = new float[2];
        head.sample(2, new float[] {50, -50, 9, -9, 1e4f, -1e4f, 1e4f, -1e4f}, new float[4], log);
        assertThat(log[0]).isFinite();
        assertThat(log[1]).isFinite();
    }

    @Test
    void theModeIsTheSquashedMean() {
        SquashedGaussian head = new SquashedGaussian(1, 2);
        float[] action = new float[2];
        head.mode(1, new float[] {0.5f, -1f, 3f, -3f}, action);
        assertThat(action).containsExactly((float) Math.tanh(0.5), (float) Math.tanh(-1));
        assertThat(head.rawOutputs()).isEqualTo(4);
        assertThatThrownBy(() -> new SquashedGaussian(0, 1)).hasMessageContaining("at least 1 row");
    }
}
