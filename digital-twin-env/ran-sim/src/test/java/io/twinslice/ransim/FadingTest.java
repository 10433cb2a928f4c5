package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FadingTest {
    /** Lengths around the widths of vectors: whole ones, and rests of every size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 15, 16, 17, 200})
    void theStepOfAllUesIsTheStepOfEachToTheBit(int ues) {
        Fading fading = new Fading(ues);
        long[] key = new long[ues];
        double[] memory = new double[ues];
        double[] innovation = new double[ues];
        double[] all = new double[ues];
        double[] each = new double[ues];
        for (int ue = 0; ue < ues; ue++) {
            key[ue] = Chance.key(3, Purpose.FADING, ue);
            memory[ue] = 0.9 + 0.09 * Chance.uniform(1, ue);
            innovation[ue] = 0.5 + Chance.uniform(2, ue);
        }
        for (int period = 0; period < 20_000; period++) {
            fading.step(period, key, memory, innovation, all);
            for (int ue = 0; ue < ues; ue++) {
                each[ue] = each[ue] * memory[ue] + innovation[ue] * Chance.normal(key[ue], period);
            }
        }
        assertThat(Arrays.equals(all, each)).isTrue();
    }

    @Test
    void theFadingHasTheSpreadAndTheMemoryThatItWasToldTo() {
        double memory = 0.8;
        double[] state = new double[1];
        double squares = 0;
        double products = 0;
        int steps = 400_000;
        for (int period = 0; period < steps; period++) {
            double before = state[0];
            new Fading(1)
                    .step(
                            period,
                            new long[] {7},
                            new double[] {memory},
                            new double[] {2 * Math.sqrt(1 - memory * memory)},
                            state);
            squares += state[0] * state[0];
            products += before * state[0];
        }
        assertThat(Math.sqrt(squares / steps)).isCloseTo(2, within(0.02));
        assertThat(products / squares).isCloseTo(memory, within(0.01));
    }
}
