package io.twinslice.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static final Kernel PLAIN = Kernel.plain();
    private static final Kernel VECTOR = new VectorKernel();

    @Test
    void theVectorKernelIsTakenWhereTheJvmHasIt() {
        assertThat(Kernel.fastest()).isInstanceOf(VectorKernel.class);
    }

    @Test
    void bothKernelsMultiplyToTheSameBitsForAnyShape() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 300; round++) {
            int rows = random.nextInt(1, 12);
            int inner = random.nextInt(1, round % 10 == 0 ? 700 : 40);
            int cols = random.nextInt(1, 150);
            float[] a = values(random, rows * inner);
            float[] b = values(random, inner * cols);
            float[] plain = values(random, rows * cols);
            float[] vector = plain.clone();
            PLAIN.multiplyAdd(rows, inner, cols, a, b, plain, new float[0]);
            VECTOR.multiplyAdd(rows, inner, cols, a, b, vector, new float[VECTOR.scratch()]);
            assertThat(vector).as("%d x %d x %d", rows, inner, cols).isEqualTo(plain);
        }
    }

    @Test
    void multiplyAddIsTheMatrixProduct() {
        float[] c = {100, 0, 0, 1000};
        float[] six = {1, 2, 3, 4, 5, 6};
        PLAIN.multiplyAdd(2, 3, 2, six, six, c, new float[0]);
        assertThat(c).containsExactly(122, 28, 49, 1064);
    }

    @Test
    void bothKernelsTakeALayerForwardAndBackwardToTheSameBitsForAnyShape() {
        SplittableRandom random = new SplittableRandom(3);
        List<Activation> activations = List.of(Activation.LINEAR, Activation.TANH, Activation.RELU);
        for (int round = 0; round < 200; round++) {
            int rows = random.nextInt(1, round % 10 == 0 ? 300 : 14);
            int in = random.nextInt(1, 80);
            int out = random.nextInt(1, 80);
            Activation activation = activations.get(round % 3);
            Dense layer = new Dense(in, out, 2, 2 + in * out, Dense.NO_NORM, activation);
            float[] x = values(random, rows * in);
            float[] w = values(random, 2 + (in + 1) * out);
            float[] error = values(random, rows * out);
            for (float[][] pair : new float[][][] {
                {forward(PLAIN, layer, rows, x, w), forward(VECTOR, layer, rows, x, w)},
                {back(PLAIN, layer, rows, error, w), back(VECTOR, layer, rows, error, w)},
                {gradient(PLAIN, layer, rows, x, error), gradient(VECTOR, layer, rows, x, error)}
            }) {
                assertThat(pair[1]).as("%d rows, %s", rows, layer).isEqualTo(pair[0]);
            }
        }
    }

    @Test
    void aLayerBackwardIsTheTransposedOfTheLayerForward() {
        // e·(x·W) = x·(e·Wᵀ) = W·(xᵀ·e): three ways to the same number.
        SplittableRandom random = new SplittableRandom(4);
        Dense layer = new Dense(33, 21, 0, 33 * 21, Dense.NO_NORM, Activation.LINEAR);
        float[] x = values(random, 7 * 33);
        float[] w = values(random, 34 * 21);
        Arrays.fill(w, layer.biasAt(), w.length, 0f);
        float[] error = values(random, 7 * 21);
        double forward = dot(error, forward(VECTOR, layer, 7, x, w));
        assertThat(dot(x, back(VECTOR, layer, 7, error, w))).isCloseTo(forward, within(1e-3));
        assertThat(dot(w, gradient(VECTOR, layer, 7, x, error))).isCloseTo(forward, within(1e-3));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static float[] forward(Kernel kernel, Dense layer, int rows, float[] x, float[] parameters) {
        float[] out = new float[rows * layer.out() + 1];
        kernel.dense(layer, rows, x, 0, parameters, 0, out, 1, new float[kernel.scratch()]);
        return Arrays.copyOfRange(out, 1, out.length);
    }

    private static float[] back(Kernel kernel, Dense layer, int rows, float[] error, float[] parameters) {
        float[] below = new float[rows * layer.in()];
        kernel.denseBack(layer, rows, error, parameters, below, new float[kernel.scratch()]);
        return below;
    }

    private static float[] gradient(Kernel kernel, Dense layer, int rows, float[] x, float[] error) {
        float[] gradient = new float[layer.biasAt() + layer.out()];
        kernel.denseGradient(layer, rows, x, error, gradient, new float[kernel.scratch()]);
        return gradient;
    }

    @Test
    void bothKernelsGiveTheSameTanhWithinFourTenMillionthsOfTheTrueOne() {
        float[] plain = new float[40_001];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (i - 20_000) / 1000f;
        }
        float[] vector = plain.clone();
        PLAIN.activate(Activation.TANH, plain, 0, plain.length);
        VECTOR.activate(Activation.TANH, vector, 0, vector.length);
        assertThat(vector).isEqualTo(plain);
        for (int i = 0; i < plain.length; i++) {
            assertThat((double) plain[i]).isCloseTo(StrictMath.tanh((i - 20_000) / 1000f), within(4e-7));
        }
    }

    @Test
    void tanhOfExtremesIsBoundedAndNanStaysNan() {
        float[] plain = {
            Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.NaN, 0, Float.MIN_VALUE
        };
        float[] vector = new float[64];
        System.arraycopy(plain, 0, vector, 0, plain.length);
        PLAIN.activate(Activation.TANH, plain, 0, plain.length);
        VECTOR.activate(Activation.TANH, vector, 0, vector.length);
        assertThat(plain).containsExactly(1f, -1f, 1f, Float.NaN, 0f, 0f);
        assertThat(vector).startsWith(1f, -1f, 1f, Float.NaN, 0f, 0f);
    }

    @Test
    void bothKernelsDescendBlendAndGoBackThroughTanhToTheSameBits() {
        SplittableRandom random = new SplittableRandom(2);
        int n = 77;
        float[][] plain = {
            values(random, n), values(random, n), values(random, n), positive(values(random, n)), values(random, n)
        };
        float[][] vector = new float[plain.length][];
        for (int i = 0; i < plain.length; i++) {
            vector[i] = plain[i].clone();
        }
        Adam adam = Adam.withRate(1e-3);
        for (int step = 0; step < 5; step++) {
            run(PLAIN, adam, plain);
            run(VECTOR, adam, vector);
        }
        for (int i = 0; i < plain.length; i++) {
            assertThat(vector[i]).isEqualTo(plain[i]);
        }
    }

    private static void run(Kernel kernel, Adam adam, float[][] x) {
        kernel.adam(adam, x[0], x[1], x[2], x[3], 1e-3f, 1e-8f);
        kernel.blend(x[4], x[0], 0.01f);
        kernel.activationGradient(Activation.TANH, x[4], x[1], x[1].length);
        kernel.activationGradient(Activation.RELU, x[4], x[2], x[2].length);
        kernel.activate(Activation.RELU, x[4], 0, x[4].length);
    }

    private static float[] positive(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]);
        }
        return values;
    }

    private static float[] values(SplittableRandom random, int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = 4f * (float) random.nextDouble() - 2f;
        }
        return values;
    }
}
