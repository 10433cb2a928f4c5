package io.twinslice.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.env.Environment;
import io.twinslice.model.PrbQuota;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Baselines;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SmoothMappingTest {
    private static final int SLICES = 3;

    @Test
    void theSmoothPlanIsTheRealOneBeforeRounding() {
        Batch batch = batch();
        SplitMix random = new SplitMix(1);
        SmoothMapping mapping = new SmoothMapping(batch.rows());
        float[] raw = raw(batch.rows(), random);
        float[] actions = new float[batch.rows() * Batch.ACTION];
        mapping.forward(batch, raw, actions, 0, Batch.ACTION);
        for (int cell = 0; cell < batch.cells(); cell++) {
            int from = batch.start(cell) * 4;
            List<PrbQuota> quotas = ActionMapping.toPlan(Arrays.copyOfRange(raw, from, from + SLICES * 4), SLICES)
                    .quotas();
            for (int i = 0; i < SLICES; i++) {
                int at = from + i * Batch.ACTION;
                assertThat((double) actions[at]).isCloseTo(quotas.get(i).dedicatedPercent() / 100.0, within(0.02));
                assertThat((double) actions[at + 1]).isCloseTo(quotas.get(i).minPercent() / 100.0, within(0.01));
                assertThat((double) actions[at + 2]).isCloseTo(quotas.get(i).maxPercent() / 100.0, within(0.016));
            }
        }
    }

    @Test
    void theGradientAgreesWithFiniteDifferences() {
        Batch batch = batch();
        int rows = batch.rows();
        SplitMix random = new SplitMix(2);
        SmoothMapping mapping = new SmoothMapping(rows);
        float[] raw = raw(rows, random);
        float[] actions = new float[rows * Batch.ACTION];
        float[] gradient = new float[rows * Batch.ACTION];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = 2 * random.nextFloat() - 1;
        }
        float[] byRaw = new float[rows * 4];
        mapping.forward(batch, raw, actions, 0, Batch.ACTION);
        mapping.backward(batch, raw, gradient, 0, Batch.ACTION, byRaw);
        for (int i = 0; i < raw.length; i++) {
            float h = 1e-2f;
            float kept = raw[i];
            raw[i] = kept + h;
            double up = loss(mapping, batch, raw, gradient);
            raw[i] = kept - h;
            double down = loss(mapping, batch, raw, gradient);
            raw[i] = kept;
            assertThat((double) byRaw[i]).as("raw %d", i).isCloseTo((up - down) / (2 * h), within(1e-3));
        }
    }

    @Test
    void beyondTheClampThereIsNoGradient() {
        Batch batch = batch();
        int rows = batch.rows();
        SmoothMapping mapping = new SmoothMapping(rows);
        float[] raw = new float[rows * 4];
        Arrays.fill(raw, 7f);
        float[] ones = new float[rows * Batch.ACTION];
        Arrays.fill(ones, 1f);
        float[] byRaw = new float[rows * 4];
        mapping.forward(batch, raw, new float[rows * Batch.ACTION], 0, Batch.ACTION);
        mapping.backward(batch, raw, ones, 0, Batch.ACTION, byRaw);
        assertThat(byRaw).containsOnly(0f);
    }

    private static double loss(SmoothMapping mapping, Batch batch, float[] raw, float[] gradient) {
        float[] actions = new float[gradient.length];
        mapping.forward(batch, raw, actions, 0, Batch.ACTION);
        double loss = 0;
        for (int i = 0; i < actions.length; i++) {
            loss += (double) actions[i] * gradient[i];
        }
        return loss;
    }

    private static float[] raw(int rows, SplitMix random) {
        float[] raw = new float[rows * 4];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = 6 * random.nextFloat() - 3;
        }
        return raw;
    }

    /** Eight cells of three slices. */
    private static Batch batch() {
        Supplier<Environment> cell = () -> new FluidCell(40);
        ReplayBuffer buffer = new ReplayBuffer(1000);
        buffer.addAll(Rollout.play(Plans.tiny(1, 1), cell, 5, Baselines.proportional(SLICES)).trajectory().stream()
                .toList());
        Batch batch = new Batch(8 * SLICES + 1);
        batch.draw(buffer, new SplitMix(1));
        assertThat(batch.cells()).isEqualTo(8);
        return batch;
    }
}
