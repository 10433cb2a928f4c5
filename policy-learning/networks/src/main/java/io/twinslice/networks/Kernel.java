package io.twinslice.networks;

/**
 * The arithmetic of dense layers on row-major float arrays.
 *
 * <p>All implementations give the same bits: sums run over the inner index from 0 upwards, products and sums are
 * rounded separately (no fused multiply-add), and tanh is {@link RationalTanh}. Stateless and thread-safe; no call
 * allocates.
 */
public sealed interface Kernel permits PlainKernel, VectorKernel {
    /** The kernel in plain Java; runs everywhere. */
    static Kernel plain() {
        return PlainKernel.INSTANCE;
    }

    /** The Vector API kernel where the JVM was started with it ({@code --add-modules jdk.incubator.vector}). */
    static Kernel fastest() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorKernel() : plain();
    }

    /**
     * Adds a matrix product: {@code c[r][j] += Σ_k a[r][k]·b[k][j]}, k from 0 upwards.
     *
     * @param a {@code rows × inner}
     * @param b {@code inner × cols}, from {@code bOffset}
     * @param c {@code rows × cols}, from {@code cOffset}
     */
    void multiplyAdd(int rows, int inner, int cols, float[] a, float[] b, int bOffset, float[] c, int cOffset);

    /** Replaces the first {@code count} values by their hyperbolic tangent. */
    void tanh(float[] values, int count);

    /** Back through tanh: {@code gradient[i] *= 1 − output[i]²} for the first {@code count} values. */
    void tanhGradient(float[] output, float[] gradient, int count);

    /**
     * One Adam step (Kingma and Ba 2015) on all parameters: {@code parameters −= step·mean / (√spread + epsilon)} after
     * both averages moved towards the gradient.
     *
     * @param step learning rate with both bias corrections in it
     * @param epsilon added to the root, bias-corrected alike
     */
    void adam(Adam adam, float[] parameters, float[] gradient, float[] mean, float[] spread, float step, float epsilon);

    /** Moves {@code values} towards {@code target}: {@code v += share·(t − v)}. */
    void blend(float[] values, float[] target, float share);
}
