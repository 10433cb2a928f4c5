package io.twinslice.networks;

import java.util.Arrays;
import java.util.List;

/**
 * A network that learns: batches forward, gradients backward, Adam.
 *
 * <p>One training step is: write {@code rows} inputs into {@link #input}, {@link #forward}, {@link #backward} with the
 * gradient of the loss with respect to the outputs, {@link #descend}. All arrays handed out are the network's own and
 * hold until the next call. Same inputs, same bits, whatever the kernel. Not thread-safe.
 */
public final class TrainableMlp {
    private final List<Integer> layerSizes;
    private final Layers layers;
    private final Kernel kernel;
    private final int maxRows;
    private final float[] parameters;
    private final float[] gradient;
    private final float[] mean;
    private final float[] spread;
    private final float[][] activations;
    private final float[][] errors;
    private final float[] turned;
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
        layerSizes = start.layerSizes();
        layers = new Layers(layerSizes);
        this.kernel = kernel;
        this.maxRows = maxRows;
        parameters = start.parameters();
        gradient = new float[parameters.length];
        mean = new float[parameters.length];
        spread = new float[parameters.length];
        activations = new float[layers.count() + 1][];
        errors = new float[layers.count() + 1][];
        int scratch = 0;
        for (int l = 0; l < activations.length; l++) {
            int width = l == 0 ? layers.inputs() : layers.out(l - 1);
            activations[l] = new float[maxRows * width];
            errors[l] = new float[maxRows * width];
            scratch = Math.max(scratch, maxRows * width);
        }
        for (int l = 0; l < layers.count(); l++) {
            scratch = Math.max(scratch, layers.in(l) * layers.out(l));
        }
        turned = new float[scratch];
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
            int out = layers.out(l);
            float[] here = activations[l + 1];
            for (int r = 0; r < rows; r++) {
                System.arraycopy(parameters, layers.biasAt(l), here, r * out, out);
            }
            kernel.multiplyAdd(rows, layers.in(l), out, activations[l], parameters, layers.weightsAt(l), here, 0);
            if (l + 1 < layers.count()) {
                kernel.tanh(here, rows * out);
            }
        }
        return activations[layers.count()];
    }

    /**
     * Takes the gradient of the parameters for the last {@link #forward}; replaces the gradient held before.
     *
     * @param outputGradient loss by output, {@code rows × outputs}
     */
    public void backward(int rows, float[] outputGradient) {
        begin(rows, outputGradient);
        Arrays.fill(gradient, 0f);
        for (int l = layers.count() - 1; l >= 0; l--) {
            int in = layers.in(l);
            int out = layers.out(l);
            float[] error = errors[l + 1];
            for (int r = 0; r < rows; r++) {
                for (int j = 0; j < out; j++) {
                    gradient[layers.biasAt(l) + j] += error[r * out + j];
                }
            }
            transpose(activations[l], 0, rows, in);
            kernel.multiplyAdd(in, rows, out, turned, error, 0, gradient, layers.weightsAt(l));
            if (l > 0) {
                through(l, rows);
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
            through(l, rows);
        }
        return errors[0];
    }

    private void begin(int rows, float[] outputGradient) {
        System.arraycopy(outputGradient, 0, errors[layers.count()], 0, rows * layers.outputs());
    }

    /** Carries the error from above layer {@code l} to below it. */
    private void through(int l, int rows) {
        int in = layers.in(l);
        int out = layers.out(l);
        transpose(parameters, layers.weightsAt(l), in, out);
        Arrays.fill(errors[l], 0, rows * in, 0f);
        kernel.multiplyAdd(rows, out, in, errors[l + 1], turned, 0, errors[l], 0);
        if (l > 0) {
            kernel.tanhGradient(activations[l], errors[l], rows * in);
        }
    }

    private void transpose(float[] matrix, int offset, int rows, int cols) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                turned[c * rows + r] = matrix[offset + r * cols + c];
            }
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

    /** Takes over the parameters of a network of the same layer sizes; the optimiser's averages stay. */
    public void load(Mlp network) {
        if (!network.layerSizes().equals(layerSizes)) {
            throw new IllegalArgumentException(
                    "a network of " + network.layerSizes() + " does not fit into one of " + layerSizes);
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
        return new Mlp(layerSizes, parameters);
    }

    /** Everything that training changes, to be stored and {@link #restore restored}. */
    public State state() {
        return new State(parameters.clone(), mean.clone(), spread.clone(), descents);
    }

    /** Goes on from a stored state of a network of the same layer sizes. */
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
