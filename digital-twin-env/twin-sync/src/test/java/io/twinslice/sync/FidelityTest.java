package io.twinslice.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FidelityTest {
    @Test
    void theDistanceIsTheAreaBetweenTheDistributionFunctions() {
        assertThat(Fidelity.wasserstein(new double[] {1, 2, 3}, new double[] {3, 1, 2}))
                .isZero();
        // A shift by 5 moves every unit of mass by 5.
        assertThat(Fidelity.wasserstein(new double[] {1, 2, 3}, new double[] {6, 7, 8}))
                .isCloseTo(5, within(1e-12));
        // Half of the mass moves from 0 to 10.
        assertThat(Fidelity.wasserstein(new double[] {0, 0}, new double[] {0, 10}))
                .isCloseTo(5, within(1e-12));
        // Sizes differ: {0, 6} against {3}: each half moves by 3.
        assertThat(Fidelity.wasserstein(new double[] {0, 6}, new double[] {3})).isCloseTo(3, within(1e-12));
        // {0, 3, 6} against {0, 6}: thirds at 0, 3, 6; a sixth moves from 3 to 0 and a sixth from 3 to 6.
        assertThat(Fidelity.wasserstein(new double[] {0, 3, 6}, new double[] {0, 6}))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void theDistanceIsSymmetricAndKeepsTheTriangleInequality() {
        double[] a = {1, 5, 9, 12};
        double[] b = {2, 2, 7};
        double[] c = {-3, 20};
        assertThat(Fidelity.wasserstein(a, b)).isCloseTo(Fidelity.wasserstein(b, a), within(1e-12));
        assertThat(Fidelity.wasserstein(a, c))
                .isLessThanOrEqualTo(Fidelity.wasserstein(a, b) + Fidelity.wasserstein(b, c));
    }

    @Test
    void theNormalisedDistanceIsInStandardDeviationsOfWhatWasObserved() {
        // Standard deviation 100, shift 50.
        double[] observed = {900, 1100};
        assertThat(Fidelity.distance(Kpi.OFFERED_KBIT, observed, new double[] {950, 1150}))
                .isCloseTo(0.5, within(1e-12));
        // A constant has none: the resolution of the KPI, 10 kbit, takes its place.
        assertThat(Fidelity.distance(Kpi.OFFERED_KBIT, new double[] {1000}, new double[] {1005}))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void nothingCannotBeCompared() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fidelity.wasserstein(new double[0], new double[] {1}));
    }
}
