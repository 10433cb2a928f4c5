package io.twinslice.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionMappingTest {
    private static final float[] EXTREMES = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -Float.MAX_VALUE, 0f, -0f, 6f, -6f
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 64})
    void everyOutputIsAFeasiblePlanHoweverExtreme(int slices) {
        SplittableRandom random = new SplittableRandom(slices);
        for (int round = 0; round < 2000; round++) {
            float[] raw = new float[slices * ActionMapping.PER_SLICE];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = random.nextInt(3) == 0
                        ? EXTREMES[random.nextInt(EXTREMES.length)]
                        : 20f * (float) random.nextDouble() - 10f;
            }
            // The records refuse what is infeasible, so making the plan is the property.
            QuotaPlan plan = ActionMapping.toPlan(raw, slices);
            assertThat(plan.slices()).isEqualTo(slices);
        }
    }

    @Test
    void neutralOutputsGuaranteeHalfOfTheCellInEqualParts() {
        QuotaPlan plan = ActionMapping.toPlan(new float[8], 2);
        assertThat(plan.quotas()).containsExactly(new PrbQuota(12, 25, 63), new PrbQuota(12, 25, 63));
    }

    @Test
    void notANumberCountsAsZero() {
        float[] broken = {Float.NaN, 1f, Float.NaN, 0f, 2f, Float.NaN, 0f, Float.NaN};
        float[] clean = {0f, 1f, 0f, 0f, 2f, 0f, 0f, 0f};
        assertThat(ActionMapping.toPlan(broken, 2)).isEqualTo(ActionMapping.toPlan(clean, 2));
    }

    @Test
    void saturatedOutputsReachTheWholeCellAndNoneOfIt() {
        QuotaPlan all = ActionMapping.toPlan(new float[] {9f, 9f, -9f, 9f}, 1);
        QuotaPlan none = ActionMapping.toPlan(new float[] {9f, -9f, 9f, -9f}, 1);
        assertThat(all.quota(0)).isEqualTo(new PrbQuota(0, 99, 100));
        assertThat(none.quota(0)).isEqualTo(new PrbQuota(0, 0, 0));
    }

    @Test
    void theSumOfTheMinimaLosesLessThanOnePercentByRounding() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 500; round++) {
            int slices = random.nextInt(1, 17);
            float[] raw = new float[slices * 4];
            for (int i = 0; i < slices; i++) {
                raw[4 * i] = 4f * (float) random.nextDouble();
                raw[4 * i + 1] = 6f;
            }
            int sum = ActionMapping.toPlan(raw, slices).quotas().stream()
                    .mapToInt(PrbQuota::minPercent)
                    .sum();
            // sigmoid(6) of the whole is 99.75 percent.
            assertThat(sum).isEqualTo(99);
        }
    }

    @Test
    void aWrongNumberOfOutputsIsRefused() {
        assertThatThrownBy(() -> ActionMapping.toPlan(new float[7], 2)).hasMessageContaining("7 raw numbers");
    }
}
