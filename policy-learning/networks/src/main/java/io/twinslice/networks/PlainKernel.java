package io.twinslice.networks;

import java.util.Arrays;

/** The reference: loops without vectors that every JVM compiles well. */
final class PlainKernel implements Kernel {
    static final PlainKernel INSTANCE = new PlainKernel();

    private PlainKernel() {}

    @Override
    public int scratch() {
        return 0;
    }

    @Override
    public void multiplyAdd(int rows, int inner, int cols, float[] a, float[] b, float[] c, float[] scratch) {
        multiplyAdd(rows, inner, cols, a, 0, inner, 1, b, 0, c, 0);
    }

    /** The product with any layout of {@code a}: element (r, k) stands at {@code aAt + r·aRow + k·aStep}. */
    private static void multiplyAdd(
            int rows,
            int inner,
            int cols,
            float[] a,
            int aAt,
            int aRow,
            int aStep,
            float[] b,
            int bAt,
            float[] c,
            int cAt) {
        for (int r = 0; r < rows; r++) {
            int ar = aAt + r * aRow;
            int cr = cAt + r * cols;
            int j = 0;
            for (; j + 8 <= cols; j += 8) {
                eightColumns(inner, cols, a, ar, aStep, b, bAt + j, c, cr + j);
            }
            for (; j < cols; j++) {
                float sum = c[cr + j];
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(a[ar + k * aStep], b[bAt + k * cols + j], sum);
                }
                c[cr + j] = sum;
            }
        }
    }

    /** Eight sums in registers: arrays that might be one and the same keep a JIT from vectorising longer loops. */
    private static void eightColumns(
            int inner, int cols, float[] a, int a0, int aStep, float[] b, int b0, float[] c, int c0) {
        float s0 = c[c0];
        float s1 = c[c0 + 1];
        float s2 = c[c0 + 2];
        float s3 = c[c0 + 3];
        float s4 = c[c0 + 4];
        float s5 = c[c0 + 5];
        float s6 = c[c0 + 6];
        float s7 = c[c0 + 7];
        for (int k = 0; k < inner; k++) {
            float x = a[a0 + k * aStep];
            int row = b0 + k * cols;
            s0 = Math.fma(x, b[row], s0);
            s1 = Math.fma(x, b[row + 1], s1);
            s2 = Math.fma(x, b[row + 2], s2);
            s3 = Math.fma(x, b[row + 3], s3);
            s4 = Math.fma(x, b[row + 4], s4);
            s5 = Math.fma(x, b[row + 5], s5);
            s6 = Math.fma(x, b[row + 6], s6);
            s7 = Math.fma(x, b[row + 7], s7);
        }
        c[c0] = s0;
        c[c0 + 1] = s1;
        c[c0 + 2] = s2;
        c[c0 + 3] = s3;
        c[c0 + 4] = s4;
        c[c0 + 5] = s5;
        c[c0 + 6] = s6;
        c[c0 + 7] = s7;
    }

    @Override
    public void dense(
            Dense layer,
            int rows,
            float[] in,
            int inAt,
            float[] parameters,
            int parametersAt,
            float[] out,
            int outAt,
            float[] scratch) {
        int width = layer.out();
        for (int r = 0; r < rows; r++) {
            System.arraycopy(parameters, parametersAt + layer.biasAt(), out, outAt + r * width, width);
        }
        int weightsAt = parametersAt + layer.weightsAt();
        multiplyAdd(rows, layer.in(), width, in, inAt, layer.in(), 1, parameters, weightsAt, out, outAt);
        activate(layer.fused(), out, outAt, rows * width);
    }

    @Override
    public void denseBack(Dense layer, int rows, float[] error, float[] parameters, float[] below, float[] scratch) {
        int in = layer.in();
        int out = layer.out();
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < in; i++) {
                int row = layer.weightsAt() + i * out;
                float sum = 0;
                for (int j = 0; j < out; j++) {
                    sum = Math.fma(error[r * out + j], parameters[row + j], sum);
                }
                below[r * in + i] = sum;
            }
        }
    }

    @Override
    public void denseGradient(Dense layer, int rows, float[] in, float[] error, float[] gradient, float[] scratch) {
        int from = layer.in();
        int to = layer.out();
        Arrays.fill(gradient, layer.weightsAt(), layer.weightsAt() + from * to, 0f);
        multiplyAdd(from, rows, to, in, 0, 1, from, error, 0, gradient, layer.weightsAt());
        addRows(rows, to, error, gradient, layer.biasAt());
    }

    /** Sums the rows, row 0 first. */
    static void addRows(int rows, int cols, float[] values, float[] sum, int sumAt) {
        Arrays.fill(sum, sumAt, sumAt + cols, 0f);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < cols; j++) {
                sum[sumAt + j] += values[r * cols + j];
            }
        }
    }

    @Override
    public void activate(Activation activation, float[] values, int at, int count) {
        switch (activation) {
            case LINEAR -> {}
            case TANH -> {
                for (int i = at; i < at + count; i++) {
                    values[i] = RationalTanh.of(values[i]);
                }
            }
            case RELU -> {
                for (int i = at; i < at + count; i++) {
                    values[i] = values[i] > 0 ? values[i] : 0f;
                }
            }
        }
    }

    @Override
    public void activationGradient(Activation activation, float[] output, float[] gradient, int count) {
        slopesFrom(0, activation, output, gradient, count);
    }

    /** The loop from an index on; the vector kernel ends with it. */
    static void slopesFrom(int from, Activation activation, float[] output, float[] gradient, int count) {
        switch (activation) {
            case LINEAR -> {}
            case TANH -> {
                for (int i = from; i < count; i++) {
                    gradient[i] *= 1f - output[i] * output[i];
                }
            }
            case RELU -> {
                for (int i = from; i < count; i++) {
                    gradient[i] = output[i] > 0 ? gradient[i] : 0f;
                }
            }
        }
    }

    @Override
    public void adam(
            Adam adam, float[] parameters, float[] gradient, float[] mean, float[] spread, float step, float epsilon) {
        adamFrom(0, adam, parameters, gradient, mean, spread, step, epsilon);
    }

    /** The loop from an index on; the vector kernel ends with it. */
    static void adamFrom(
            int from,
            Adam adam,
            float[] parameters,
            float[] gradient,
            float[] mean,
            float[] spread,
            float step,
            float epsilon) {
        float keepMean = adam.meanDecay();
        float takeMean = 1f - keepMean;
        float keepSpread = adam.spreadDecay();
        float takeSpread = 1f - keepSpread;
        for (int i = from; i < parameters.length; i++) {
            float g = gradient[i];
            float m = keepMean * mean[i] + takeMean * g;
            float v = keepSpread * spread[i] + takeSpread * (g * g);
            mean[i] = m;
            spread[i] = v;
            parameters[i] -= step * m / ((float) Math.sqrt(v) + epsilon);
        }
    }

    @Override
    public void blend(float[] values, float[] target, float share) {
        for (int i = 0; i < values.length; i++) {
            values[i] += share * (target[i] - values[i]);
        }
    }
}
