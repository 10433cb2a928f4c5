package io.twinslice.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SetNetworkTest {
    private static final Shape ENCODER = Shape.tanh(List.of(4, 9, 5)).ending(Activation.TANH);
    private static final Shape HEAD = Shape.relu(List.of(11, 8, 3));
    private static final SetNetwork NETWORK = SetNetwork.random(ENCODER, HEAD, 1f, new SplittableRandom(1));

    @Test
    void membersInAnotherOrderGetTheSameBitsInThatOrder() {
        SplittableRandom random = new SplittableRandom(2);
        for (int members = 1; members <= 16; members++) {
            float[] inputs = values(random, members * 4);
            float[] reversed = new float[inputs.length];
            for (int m = 0; m < members; m++) {
                System.arraycopy(inputs, m * 4, reversed, (members - 1 - m) * 4, 4);
            }
            float[] common = values(random, 1);
            float[] there = new float[members * 3];
            float[] back = new float[members * 3];
            NETWORK.forward(members, inputs, common, there);
            NETWORK.forward(members, reversed, common, back);
            for (int m = 0; m < members; m++) {
                int other = members - 1 - m;
                assertThat(Arrays.copyOfRange(back, other * 3, other * 3 + 3))
                        .isEqualTo(Arrays.copyOfRange(there, m * 3, m * 3 + 3));
            }
        }
    }

    @Test
    void aMemberHearsOfTheOthersThroughTheMeanAlone() {
        float[] common = {0};
        float[] alone = new float[3];
        float[] together = new float[6];
        NETWORK.forward(1, new float[] {1, 0, 0, 0}, common, alone);
        // A twin of the member leaves the mean as it is; a stranger does not.
        NETWORK.forward(2, new float[] {1, 0, 0, 0, 1, 0, 0, 0}, common, together);
        assertThat(Arrays.copyOf(together, 3)).isEqualTo(alone);
        NETWORK.forward(2, new float[] {1, 0, 0, 0, 0, 1, 0, 0}, common, together);
        assertThat(Arrays.copyOf(together, 3)).isNotEqualTo(alone);
    }

    @Test
    void batchesOfSetsGiveTheSameBitsAsOneByOneOnEveryKernel() {
        SplittableRandom random = new SplittableRandom(3);
        int[] starts = {0, 4, 5, 12};
        for (Kernel kernel : List.of(Kernel.plain(), new VectorKernel())) {
            TrainableSetNetwork trainable = new TrainableSetNetwork(NETWORK, 12, kernel);
            float[] inputs = values(random, 12 * 4);
            float[] common = values(random, 3);
            System.arraycopy(inputs, 0, trainable.input(), 0, inputs.length);
            float[] batch = trainable.forward(3, starts, common);
            for (int s = 0; s < 3; s++) {
                float[] outputs = new float[(starts[s + 1] - starts[s]) * 3];
                NETWORK.on(new VectorKernel())
                        .forward(
                                starts[s + 1] - starts[s],
                                Arrays.copyOfRange(inputs, starts[s] * 4, starts[s + 1] * 4),
                                new float[] {common[s]},
                                outputs);
                assertThat(Arrays.copyOfRange(batch, starts[s] * 3, starts[s + 1] * 3))
                        .isEqualTo(outputs);
            }
        }
    }

    @Test
    void itLearnsWhatOnlyTheWholeSetTells() {
        // Each member is to say how far its first value is above the mean of the set.
        SplittableRandom random = new SplittableRandom(4);
        Shape encoder = Shape.tanh(List.of(1, 16, 8)).ending(Activation.TANH);
        TrainableSetNetwork network = new TrainableSetNetwork(
                SetNetwork.random(encoder, Shape.tanh(List.of(16, 16, 1)), 0.1f, random), 64, new VectorKernel());
        int[] starts = new int[17];
        for (int s = 0; s < 17; s++) {
            starts[s] = 4 * s;
        }
        double first = 0;
        double last = 0;
        float[] gradient = new float[64];
        for (int step = 0; step < 800; step++) {
            float[] x = values(random, 64);
            System.arraycopy(x, 0, network.input(), 0, 64);
            float[] y = network.forward(16, starts, new float[0]);
            double loss = 0;
            for (int r = 0; r < 64; r++) {
                int s = r / 4 * 4;
                float wanted = x[r] - (x[s] + x[s + 1] + x[s + 2] + x[s + 3]) / 4;
                gradient[r] = 2 * (y[r] - wanted) / 64;
                loss += (y[r] - wanted) * (y[r] - wanted) / 64;
            }
            network.backward(16, starts, gradient);
            network.descend(Adam.withRate(5e-3));
            first = step == 0 ? loss : first;
            last = loss;
        }
        assertThat(last).isLessThan(first / 50);
        assertThat(network.toSetNetwork().outputs()).isEqualTo(1);
    }

    @Test
    void networksThatDoNotFitTogetherAndSetsThatAreNoneAreRefused() {
        SplittableRandom random = new SplittableRandom(5);
        assertThatThrownBy(() -> SetNetwork.random(Shape.tanh(List.of(4, 5)), HEAD, 1f, random))
                .hasMessageContaining("must end in TANH");
        assertThatThrownBy(() -> SetNetwork.random(ENCODER, Shape.tanh(List.of(9, 1)), 1f, random))
                .hasMessageContaining("9 inputs are too few");
        assertThatThrownBy(() -> NETWORK.forward(2, new float[7], new float[1], new float[6]))
                .hasMessageContaining("a set of 2");
        TrainableSetNetwork trainable = new TrainableSetNetwork(NETWORK, 8, Kernel.plain());
        assertThatThrownBy(() -> trainable.forward(2, new int[] {0, 3, 3}, new float[2]))
                .hasMessageContaining("must ascend");
        assertThatThrownBy(() -> trainable.forward(1, new int[] {0, 9}, new float[1]))
                .hasMessageContaining("at most 8 rows");
    }

    private static float[] values(SplittableRandom random, int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = 2f * (float) random.nextDouble() - 1f;
        }
        return values;
    }
}
