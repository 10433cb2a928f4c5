package io.twinslice.networks;

/**
 * The arithmetic of dense layers on row-major float arrays.
 *
 * <p>All implementations give the same bits: every sum starts with what it is added to and runs over the inner index
 * from 0 upwards, each step one fused multiply-add (rounded once, as IEEE 754 defines it and every JVM must compute
 * it), and tanh is {@link RationalTanh}. How a product is cut into tiles and panels, how many lanes a register has and
 * how many threads run beside it cannot show in the result. Stateless and thread-safe; no call allocates once it is
 * compiled.
 */
public sealed interface Kernel permits PlainKernel, VectorKernel {
    /** The kernel in plain Java; runs everywhere and needs no warm-up. */
    static Kernel plain() {
        return PlainKernel.INSTANCE;
    }

    /**
     * The Vector API kernel where the JVM was started with it ({@code --add-modules jdk.incubator.vector}). It needs
     * some thousand calls before it is fast; until then it is slower than the plain one.
     */
    static Kernel fastest() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorKernel() : plain();
    }

    /** Floats of working memory that products need; the content is nobody's between calls. */
    int scratch();

    /**
     * Adds a matrix product: {@code c[r][j] += Σ_k a[r][k]·b[k][j]}, k from 0 upwards.
     *
     * @param a {@code rows × inner}
     * @param b {@code inner × cols}
     * @param c {@code rows × cols}
     * @param scratch at least {@link #scratch} floats
     */
    void multiplyAdd(int rows, int inner, int cols, float[] a, float[] b, float[] c, float[] scratch);

    /**
     * A layer forward: {@code out[r] = activation(bias + in[r]·weights)}, without the activation where a norm is still
     * to come.
     *
     * @param in {@code rows × layer.in} from {@code inAt}
     * @param parameters of the network, which begin at {@code parametersAt}
     * @param out receives {@code rows × layer.out} from {@code outAt}
     * @param scratch at least {@link #scratch} floats
     */
    void dense(
            Dense layer,
            int rows,
            float[] in,
            int inAt,
            float[] parameters,
            int parametersAt,
            float[] out,
            int outAt,
            float[] scratch);

    /**
     * The error carried below a layer: {@code below[r] = error[r]·weightsᵀ}.
     *
     * @param error loss by the sums of the layer, {@code rows × layer.out}
     * @param below receives {@code rows × layer.in}
     */
    void denseBack(Dense layer, int rows, float[] error, float[] parameters, float[] below, float[] scratch);

    /**
     * The gradient of weights and biases, written where the parameters lie: {@code inᵀ·error} and the sum of the errors
     * over the rows, row 0 first.
     */
    void denseGradient(Dense layer, int rows, float[] in, float[] error, float[] gradient, float[] scratch);

    /** Applies the activation to {@code count} values from {@code at}. */
    void activate(Activation activation, float[] values, int at, int count);

    /** Back through an activation: multiplies each gradient by the slope, which the output tells. */
    void activationGradient(Activation activation, float[] output, float[] gradient, int count);

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
