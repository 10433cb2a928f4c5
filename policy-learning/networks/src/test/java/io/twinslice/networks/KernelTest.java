package io.twinslice.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
            int inner = random.nextInt(1, 40);
            int cols = random.nextInt(1, 70);
            float[] a = values(random, rows * inner);
            float[] b = values(random, inner * cols + 3);
            float[] plain = values(random, rows * cols + 5);
            float[] vector = plain.clone();
            PLAIN.multiplyAdd(rows, inner, cols, a, b, 3, plain, 5);
            VECTOR.multiplyAdd(rows, inner, cols, a, b, 3, vector, 5);
            assertThat(vector).as("%d x %d x %d", rows, inner, cols).isEqualTo(plain);
        }
    }

    @Test
    void multiplyAddIsTheMatrixProduct() {
        float[] c = {100, 0, 0, 1000};
        PLAIN.multiplyAdd(2, 3, 2, new float[] {1, 2, 3, 4, 5, 6}, new float[] {1, 2, 3, 4, 5, 6}, 0, c, 0);
        assertThat(c).containsExactly(122, 28, 49, 1064);
    }

    @Test
    void bothKernelsGiveTheSameTanhWithinFourTenMillionthsOfTheTrueOne() {
        float[] plain = new float[40_001];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (i - 20_000) / 1000f;
        }
        float[] vector = plain.clone();
        PLAIN.tanh(plain, plain.length);
        VECTOR.tanh(vector, vector.length);
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
        PLAIN.tanh(plain, plain.length);
        VECTOR.tanh(vector, vector.length);
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
        kernel.tanhGradient(x[4], x[1], x[1].length);
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
