package io.twinslice.env.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShareActionTest {
    @Test
    void everyActionIsFeasible() {
        SplittableRandom random = new SplittableRandom(3);
        float[] corners = {
            -1, 1, 0, Float.MAX_VALUE, -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e-30f
        };
        for (int i = 0; i < 100_000; i++) {
            int slices = random.nextInt(1, 17);
            List<Float> values = new ArrayList<>();
            for (int v = 0; v < slices * ShareAction.PER_SLICE; v++) {
                values.add(
                        random.nextInt(4) == 0
                                ? corners[random.nextInt(corners.length)]
                                : (float) random.nextDouble(-1.2, 1.2));
            }
            // The records refuse what is not feasible.
            assertThat(ShareAction.toPlan(values, slices).slices()).isEqualTo(slices);
        }
    }

    @Test
    void allAtTheirLargestShareTheCellWithoutARest() {
        List<Float> largest = Collections.nCopies(3 * ShareAction.PER_SLICE, 1f);
        assertThat(ShareAction.toPlan(largest, 3))
                .isEqualTo(new QuotaPlan(
                        List.of(new PrbQuota(34, 34, 100), new PrbQuota(33, 33, 100), new PrbQuota(33, 33, 100))));
    }

    @Test
    void allAtTheirSmallestGuaranteeNothingAndAllowNothing() {
        List<Float> smallest = Collections.nCopies(2 * ShareAction.PER_SLICE, -1f);
        assertThat(ShareAction.toPlan(smallest, 2).quotas())
                .containsExactly(new PrbQuota(0, 0, 0), new PrbQuota(0, 0, 0));
    }

    @Test
    void weightGuaranteeDedicationAndHeadroomMeanWhatTheirNamesSay() {
        // Weights 3/4 and 1/4; guarantees 1 and 1/2; dedications 1/2 and 0; headrooms 0 and 1. The total is 87.5, so
        // 87.
        List<Float> values = List.of(0.5f, 1f, 0f, -1f, -0.5f, 0f, -1f, 1f);
        assertThat(ShareAction.toPlan(values, 2).quotas())
                .containsExactly(new PrbQuota(37, 75, 75), new PrbQuota(0, 12, 100));
    }

    @Test
    void naNAndAWrongNumberOfNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareAction.toPlan(List.of(0f, Float.NaN, 0f, 0f), 1))
                .withMessageContaining("number 1 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareAction.toPlan(List.of(0f, 0f, 0f), 1))
                .withMessageContaining("3 numbers");
    }
}
