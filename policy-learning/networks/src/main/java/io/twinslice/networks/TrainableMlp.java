package io.twinslice.networks;

import java.util.Arrays;

/**
 * A network that learns: batches forward, gradients backward, Adam.
 *
 * <p>One training step is: write {@code rows} inputs into {@link #input}, {@link #forward}, {@link #backward} with the
 * gradient of the loss with respect to the outputs, {@link #descend}. All arrays handed out are the network's own and
 * hold until the next call. Same inputs, same bits, whatever the kernel. Not thread-safe.
 */
public final class TrainableMlp {
    private final Shape shape;
    private final Layers layers;
    private final Kernel kernel;
    private final int maxRows;
    private final float[] parameters;
    private final float[] gradient;
    private final float[] mean;
    private final float[] spread;
    private final float[][] activations;
    private final float[][] errors;
    private final float[][] normalised;
    private final float[][] inverses;
    private final float[] scratch;
    private long descents;

    /**
     * @param start the parameters to begin with
     * @param maxRows largest batch
     * @param kernel does the arithmetic; changes speed, not results
     */
    public TrainableMlp(Mlp start, int maxRows, Kernel kernel) {
        if (maxRows < 1) {
            throw new IllegalArgumentException("maxRows must be at least 1, not " + maxRows);
        }
        shape = start.shape();
        layers = new Layers(shape);
        this.kernel = kernel;
        this.maxRows = maxRows;
        parameters = start.parameters();
        gradient = new float[parameters.length];
        mean = new float[parameters.length];
        spread = new float[parameters.length];
        activations = new float[layers.count() + 1][];
        errors = new float[layers.count() + 1][];
        normalised = new float[layers.count()][];
        inverses = new float[layers.count()][];
        for (int l = 0; l < activations.length; l++) {
            int width = l == 0 ? layers.inputs() : layers.at(l - 1).out();
            activations[l] = new float[maxRows * width];
            errors[l] = new float[maxRows * width];
        }
        for (int l = 0; l < layers.count(); l++) {
            boolean normed = layers.at(l).isNormed();
            normalised[l] = new float[normed ? maxRows * layers.at(l).out() : 0];
            inverses[l] = new float[normed ? maxRows : 0];
        }
        scratch = new float[kernel.scratch()];
    }

    public int inputs() {
        return layers.inputs();
    }

    public int outputs() {
        return layers.outputs();
    }

    /** The batch to be filled in: row-major, {@code maxRows × inputs}. */
    public float[] input() {
        return activations[0];
    }

    /** Runs the first {@code rows} inputs; answers the outputs, row-major. */
    public float[] forward(int rows) {
        if (rows < 1 || rows > maxRows) {
            throw new IllegalArgumentException("a batch has 1.." + maxRows + " rows, not " + rows);
        }
        for (int l = 0; l < layers.count(); l++) {
            Dense layer = layers.at(l);
            float[] here = activations[l + 1];
            kernel.dense(layer, rows, activations[l], 0, parameters, 0, here, 0, scratch);
            if (layer.isNormed()) {
                normalise(l, rows);
                kernel.activate(layer.activation(), here, 0, rows * layer.out());
            }
        }
        return activations[layers.count()];
    }

    private void normalise(int l, int rows) {
        Dense layer = layers.at(l);
        int width = layer.out();
        System.arraycopy(activations[l + 1], 0, normalised[l], 0, rows * width);
        for (int r = 0; r < rows; r++) {
            inverses[l][r] = LayerNorm.normalise(normalised[l], r * width, width);
            LayerNorm.scale(normalised[l], r * width, width, parameters, layer.normAt(), activations[l + 1]);
        }
    }

    /**
     * Takes the gradient of the parameters for the last {@link #forward}; replaces the gradient held before.
     *
     * @param outputGradient loss by output, {@code rows × outputs}
     */
    public void backward(int rows, float[] outputGradient) {
        begin(rows, outputGradient);
        for (int l = layers.count() - 1; l >= 0; l--) {
            beforeActivation(l, rows, true);
            kernel.denseGradient(layers.at(l), rows, activations[l], errors[l + 1], gradient, scratch);
            if (l > 0) {
                kernel.denseBack(layers.at(l), rows, errors[l + 1], parameters, errors[l], scratch);
            }
        }
    }

    /**
     * The gradient of the loss by the inputs of the last {@link #forward}, {@code rows × inputs}. Leaves the parameter
     * gradient alone.
     */
    public float[] inputGradient(int rows, float[] outputGradient) {
        begin(rows, outputGradient);
        for (int l = layers.count() - 1; l >= 0; l--) {
            beforeActivation(l, rows, false);
            kernel.denseBack(layers.at(l), rows, errors[l + 1], parameters, errors[l], scratch);
        }
        return errors[0];
    }

    /** {@link #backward} and {@link #inputGradient} in one pass: for a network whose inputs another one computed. */
    public float[] backwardToInput(int rows, float[] outputGradient) {
        backward(rows, outputGradient);
        kernel.denseBack(layers.at(0), rows, errors[1], parameters, errors[0], scratch);
        return errors[0];
    }

    private void begin(int rows, float[] outputGradient) {
        System.arraycopy(outputGradient, 0, errors[layers.count()], 0, rows * layers.outputs());
    }

    /** Carries the error of layer {@code l} back through activation and norm to its sums. */
    private void beforeActivation(int l, int rows, boolean withGradient) {
        Dense layer = layers.at(l);
        int width = layer.out();
        float[] error = errors[l + 1];
        kernel.activationGradient(layer.activation(), activations[l + 1], error, rows * width);
        if (!layer.isNormed()) {
            return;
        }
        if (withGradient) {
            Arrays.fill(gradient, layer.normAt(), layer.normAt() + 2 * width, 0f);
            for (int r = 0; r < rows; r++) {
                LayerNorm.gather(error, normalised[l], r * width, width, gradient, layer.normAt());
            }
        }
        for (int r = 0; r < rows; r++) {
            LayerNorm.back(error, normalised[l], r * width, width, parameters, layer.normAt(), inverses[l][r]);
        }
    }

    /** One Adam step down the gradient of the last {@link #backward}. */
    public void descend(Adam adam) {
        descents++;
        double meanCorrection = 1 - StrictMath.pow(adam.meanDecay(), (double) descents);
        double spreadCorrection = Math.sqrt(1 - StrictMath.pow(adam.spreadDecay(), (double) descents));
        float step = (float) (adam.learningRate() * spreadCorrection / meanCorrection);
        float epsilon = (float) (adam.epsilon() * spreadCorrection);
        kernel.adam(adam, parameters, gradient, mean, spread, step, epsilon);
    }

    /** A copy of the gradient of the last {@link #backward}, in the order of the parameters. */
    public float[] gradient() {
        return gradient.clone();
    }

    /** Moves the parameters a share of the way to another network's: the soft target update. */
    public void blendFrom(TrainableMlp other, float share) {
        kernel.blend(parameters, other.parameters, share);
    }

    /** Takes over the parameters of a network of the same shape; the optimiser's averages stay. */
    public void load(Mlp network) {
        if (!network.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "a network of " + network.shape() + " does not fit into one of " + shape);
        }
        System.arraycopy(network.parameters(), 0, parameters, 0, parameters.length);
    }

    /** Whether no parameter has run away to infinity or NaN. */
    public boolean isFinite() {
        for (float parameter : parameters) {
            if (!Float.isFinite(parameter)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The network as it stands, for deciding.
     *
     * @throws IllegalArgumentException when a parameter is no longer finite
     */
    public Mlp toMlp() {
        return new Mlp(shape, parameters);
    }

    /** Everything that training changes, to be stored and {@link #restore restored}. */
    public State state() {
        return new State(parameters.clone(), mean.clone(), spread.clone(), descents);
    }

    /** Goes on from a stored state of a network of the same shape. */
    public void restore(State state) {
        int n = parameters.length;
        if (state.parameters().length != n || state.mean().length != n || state.spread().length != n) {
            throw new IllegalArgumentException("the stored state does not have " + n + " parameters");
        }
        System.arraycopy(state.parameters(), 0, parameters, 0, n);
        System.arraycopy(state.mean(), 0, mean, 0, n);
        System.arraycopy(state.spread(), 0, spread, 0, n);
        descents = state.descents();
    }

    /**
     * What training changes. The arrays are not copied; whoever receives one must not write to it.
     *
     * @param mean average gradient
     * @param spread average squared gradient
     * @param descents Adam steps taken
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record State(float[] parameters, float[] mean, float[] spread, long descents) {}
}
