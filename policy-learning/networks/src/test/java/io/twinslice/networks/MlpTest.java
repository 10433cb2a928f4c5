package io.twinslice.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MlpTest {
    @Test
    void aNetworkComputedByHandComesOutTheSame() {
        // Two inputs, one hidden unit, one output: weights 0.5 and -1, bias 0.25; then weight 2, bias 3.
        Mlp mlp = new Mlp(List.of(2, 1, 1), new float[] {0.5f, -1f, 0.25f, 2f, 3f});
        float[] output = new float[1];
        mlp.forward(new float[] {1f, 0.5f}, output);
        assertThat((double) output[0]).isCloseTo(3 + 2 * Math.tanh(0.25), within(1e-6));
    }

    @Test
    void theOutputsOfASeededNetworkNeverChange() {
        // Golden bits: policies are certified on one machine and decide on another.
        Mlp mlp = Mlp.random(List.of(28, 32, 32, 4), 1f, new SplittableRandom(7));
        float[] input = new float[28];
        for (int i = 0; i < input.length; i++) {
            input[i] = (i - 14) / 8f;
        }
        float[] output = new float[4];
        mlp.forward(input, output);
        assertThat(IntStream.range(0, 4).map(i -> Float.floatToIntBits(output[i])))
                .containsExactly(-1115225042, 1036225452, 1042590098, -1104513263);
    }

    @ParameterizedTest
    @MethodSource("io.twinslice.networks.GradientTest#shapes")
    void aBatchGivesTheSameBitsAsOneByOneOnEitherKernel(Shape shape) {
        batchAndOneByOne(shape, Kernel.plain(), new VectorKernel());
        batchAndOneByOne(shape, new VectorKernel(), Kernel.plain());
    }

    private static void batchAndOneByOne(Shape shape, Kernel batch, Kernel single) {
        SplittableRandom random = new SplittableRandom(3);
        Mlp mlp = Mlp.random(shape, 1f, random).on(single);
        int rows = 9;
        TrainableMlp trainable = new TrainableMlp(mlp, rows, batch);
        fill(trainable.input(), random);
        float[] outputs = trainable.forward(rows);
        float[] output = new float[3];
        for (int r = 0; r < rows; r++) {
            mlp.forward(Arrays.copyOfRange(trainable.input(), r * 5, (r + 1) * 5), output);
            assertThat(Arrays.copyOfRange(outputs, r * 3, (r + 1) * 3)).isEqualTo(output);
        }
    }

    @Test
    void bothKernelsLearnTheSameFunctionToTheSameBits() {
        TrainableMlp plain = regression(Kernel.plain());
        TrainableMlp vector = regression(new VectorKernel());
        assertThat(vector.toMlp().parameters()).isEqualTo(plain.toMlp().parameters());
        float[] output = new float[1];
        double worst = 0;
        for (double x = -1; x <= 1; x += 0.25) {
            plain.toMlp().forward(new float[] {(float) x}, output);
            worst = Math.max(worst, Math.abs(output[0] - x * x));
        }
        assertThat(worst).isLessThan(0.05);
    }

    @Test
    void decidingAllocatesNothing() {
        // On the plain kernel, which allocates nothing before it is compiled either; bench kernels meters the other.
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Mlp mlp = Mlp.random(Shape.relu(List.of(28, 64, 64, 4)).normed(), 1f, new SplittableRandom(9));
        float[] input = new float[28];
        float[] output = new float[4];
        mlp.forward(input, output);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            mlp.forward(input, output);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    @Test
    void networksThatShareAKernelInDifferentThreadsDoNotDisturbEachOther() throws Exception {
        Kernel shared = new VectorKernel();
        Mlp start = Mlp.random(List.of(1, 70, 40, 1), 1f, new SplittableRandom(10));
        TrainableMlp alone = new TrainableMlp(start, 16, shared);
        train(alone, 50);
        List<TrainableMlp> together = Stream.generate(() -> new TrainableMlp(start, 16, shared))
                .limit(4)
                .toList();
        List<Thread> threads = together.stream()
                .map(mlp -> Thread.ofPlatform().start(() -> train(mlp, 50)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        for (TrainableMlp mlp : together) {
            assertThat(mlp.toMlp().parameters()).isEqualTo(alone.toMlp().parameters());
        }
    }

    @Test
    void aRestoredNetworkGoesOnAsIfItHadNeverStopped() {
        SplittableRandom random = new SplittableRandom(6);
        TrainableMlp whole = new TrainableMlp(Mlp.random(List.of(1, 8, 1), 1f, random), 16, Kernel.plain());
        train(whole, 10);
        TrainableMlp.State state = whole.state();
        TrainableMlp resumed = new TrainableMlp(Mlp.random(List.of(1, 8, 1), 1f, random), 16, Kernel.plain());
        resumed.restore(state);
        train(whole, 10);
        train(resumed, 10);
        assertThat(resumed.toMlp().parameters()).isEqualTo(whole.toMlp().parameters());
    }

    @Test
    void aNetworkOfTheWrongSizeOrWithoutFiniteParametersIsRefused() {
        assertThatThrownBy(() -> new Mlp(List.of(2, 1), new float[2])).hasMessageContaining("3 parameters, not 2");
        assertThatThrownBy(() -> new Mlp(List.of(2, 1), new float[] {1, Float.NaN, 1}))
                .hasMessageContaining("parameter 1 is NaN");
        assertThatThrownBy(() -> Mlp.parameterCount(List.of(4))).hasMessageContaining("2..16 layer sizes");
        assertThatThrownBy(() -> Mlp.parameterCount(List.of(4, 1 << 20, 2))).hasMessageContaining("1..4096 wide");
        assertThat(Mlp.parameterCount(List.of(28, 32, 32, 4))).isEqualTo(29 * 32 + 33 * 32 + 33 * 4);
    }

    private static TrainableMlp regression(Kernel kernel) {
        TrainableMlp mlp = new TrainableMlp(Mlp.random(List.of(1, 16, 16, 1), 1f, new SplittableRandom(8)), 16, kernel);
        train(mlp, 600);
        return mlp;
    }

    /** Steps of fitting x² on sixteen points. */
    private static void train(TrainableMlp mlp, int steps) {
        float[] gradient = new float[16];
        for (int step = 0; step < steps; step++) {
            for (int r = 0; r < 16; r++) {
                mlp.input()[r] = (r - 7.5f) / 7.5f;
            }
            float[] output = mlp.forward(16);
            for (int r = 0; r < 16; r++) {
                gradient[r] = (output[r] - mlp.input()[r] * mlp.input()[r]) / 8f;
            }
            mlp.backward(16, gradient);
            mlp.descend(Adam.withRate(5e-3));
        }
    }

    private static void fill(float[] values, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = 2f * (float) random.nextDouble() - 1f;
        }
    }
}
