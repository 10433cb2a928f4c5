package io.twinslice.sync.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.ransim.lte.Fading;
import io.twinslice.ransim.lte.FadingProfile;
import io.twinslice.ransim.lte.WidebandCqi;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FiguresTest {
    @Test
    void equalSamplesHaveNoDistanceAndAShiftIsMeasuredInDeviations() {
        float[] real = new float[1000];
        float[] moved = new float[1000];
        for (int i = 0; i < real.length; i++) {
            real[i] = i;
            moved[i] = i + 100;
        }
        QuantileDistance distance = new QuantileDistance(real);
        assertThat(distance.to(real)).isZero();
        assertThat(distance.to(moved)).isCloseTo(100 / 288.7, within(0.002));
    }

    @Test
    void rankAgreementCountsPairs() {
        assertThat(KendallTau.of(new double[] {1, 2, 3}, new double[] {5, 6, 9}))
                .isEqualTo(1);
        assertThat(KendallTau.of(new double[] {1, 2, 3}, new double[] {9, 6, 5}))
                .isEqualTo(-1);
        assertThat(KendallTau.of(new double[] {1, 2, 3}, new double[] {2, 1, 3}))
                .isCloseTo(1 / 3.0, within(1e-9));
        assertThat(KendallTau.of(new double[] {1, 1, 2}, new double[] {1, 2, 3}))
                .isCloseTo(2 / Math.sqrt(6), within(1e-9));
    }

    @Test
    void theNinetyFifthPercentileLiesInsideItsBin() {
        double[] histogram = new double[Ns3Trace.DELAY_EDGES.length + 1];
        histogram[3] = 90;
        histogram[9] = 10;
        assertThat(Ns3Comparison.p95(histogram)).isCloseTo(11, within(1e-9));
    }

    @Test
    void meanSnrsAreFoundFromOneHistogramOfSeveralUes() {
        WidebandCqi curve = new WidebandCqi(Fading.of(FadingProfile.EPA, 3 / 3.6, 20_000, 1));
        double[] actual = {6, 14, 22};
        long[] histogram = new long[Ns3Trace.CQIS];
        for (double snr : actual) {
            int step = (int) Math.round((snr - WidebandCqi.LOWEST_DB) * WidebandCqi.PER_DB);
            for (int cqi = 0; cqi < histogram.length; cqi++) {
                histogram[cqi] += Math.round(10_000 * curve.share(step, cqi));
            }
        }
        double[] found = SnrEstimate.of(histogram, 3, curve);
        Arrays.sort(found);
        for (int ue = 0; ue < 3; ue++) {
            assertThat(found[ue]).isCloseTo(actual[ue], within(1.0));
        }
    }
}
