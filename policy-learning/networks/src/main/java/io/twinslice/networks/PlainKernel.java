package io.twinslice.networks;

/** The reference: plain loops over the output index, which the JIT may vectorise without changing a bit. */
final class PlainKernel implements Kernel {
    static final PlainKernel INSTANCE = new PlainKernel();

    private PlainKernel() {}

    @Override
    public void multiplyAdd(int rows, int inner, int cols, float[] a, float[] b, int bOffset, float[] c, int cOffset) {
        for (int r = 0; r < rows; r++) {
            int ar = r * inner;
            int cr = cOffset + r * cols;
            int k = 0;
            for (; k + 4 <= inner; k += 4) {
                addFour(cols, a, ar + k, b, bOffset + k * cols, c, cr);
            }
            for (; k < inner; k++) {
                float s = a[ar + k];
                int br = bOffset + k * cols;
                for (int j = 0; j < cols; j++) {
                    c[cr + j] += s * b[br + j];
                }
            }
        }
    }

    /** Four inner indices at once; the parentheses keep their order. */
    private static void addFour(int cols, float[] a, int ak, float[] b, int b0, float[] c, int cr) {
        float s0 = a[ak];
        float s1 = a[ak + 1];
        float s2 = a[ak + 2];
        float s3 = a[ak + 3];
        int b1 = b0 + cols;
        int b2 = b1 + cols;
        int b3 = b2 + cols;
        for (int j = 0; j < cols; j++) {
            c[cr + j] = (((c[cr + j] + s0 * b[b0 + j]) + s1 * b[b1 + j]) + s2 * b[b2 + j]) + s3 * b[b3 + j];
        }
    }

    @Override
    public void tanh(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = RationalTanh.of(values[i]);
        }
    }

    @Override
    public void tanhGradient(float[] output, float[] gradient, int count) {
        for (int i = 0; i < count; i++) {
            gradient[i] *= 1f - output[i] * output[i];
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
