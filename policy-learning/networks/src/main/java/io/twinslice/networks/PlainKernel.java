package io.twinslice.networks;

import java.util.Arrays;

/** The reference: plain loops over the output index, which the JIT may vectorise without changing a bit. */
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
            int k = 0;
            for (; k + 4 <= inner; k += 4) {
                int ak = ar + k * aStep;
                addFour(cols, a[ak], a[ak + aStep], a[ak + 2 * aStep], a[ak + 3 * aStep], b, bAt + k * cols, c, cr);
            }
            for (; k < inner; k++) {
                float s = a[ar + k * aStep];
                int br = bAt + k * cols;
                for (int j = 0; j < cols; j++) {
                    c[cr + j] = Math.fma(s, b[br + j], c[cr + j]);
                }
            }
        }
    }

    /** Four inner indices at once, in their order. */
    private static void addFour(
            int cols, float s0, float s1, float s2, float s3, float[] b, int b0, float[] c, int cr) {
        int b1 = b0 + cols;
        int b2 = b1 + cols;
        int b3 = b2 + cols;
        for (int j = 0; j < cols; j++) {
            float sum = Math.fma(s1, b[b1 + j], Math.fma(s0, b[b0 + j], c[cr + j]));
            c[cr + j] = Math.fma(s3, b[b3 + j], Math.fma(s2, b[b2 + j], sum));
        }
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
