package io.twinslice.networks;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network that decides: tanh hidden layers and a linear output.
 *
 * <p>{@link #forward} always runs on the plain kernel with a fixed order of summation, so training rollouts,
 * verification and the xApp see the same bits on every machine. Not thread-safe: the activations are kept between calls
 * so that a call allocates nothing. The parameters never change; {@link TrainableMlp} is the form that learns.
 */
public final class Mlp {
    private final List<Integer> layerSizes;
    private final Layers layers;
    private final float[] parameters;
    private final float[][] activations;

    /**
     * @param layerSizes inputs, hidden widths, outputs: 2..16 sizes of 1..4096
     * @param parameters layer by layer the weights, input-major ({@code in × out}), then the biases; all finite
     */
    public Mlp(List<Integer> layerSizes, float[] parameters) {
        this.layerSizes = List.copyOf(layerSizes);
        layers = new Layers(this.layerSizes);
        if (parameters.length != layers.parameters()) {
            throw new IllegalArgumentException("a network of " + layerSizes + " has " + layers.parameters()
                    + " parameters, not " + parameters.length);
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                throw new IllegalArgumentException("parameter " + i + " is " + parameters[i] + ", not finite");
            }
        }
        this.parameters = parameters.clone();
        activations = new float[layers.count()][];
        for (int l = 0; l < activations.length; l++) {
            activations[l] = new float[layers.out(l)];
        }
    }

    /** Number of parameters of a network with these layer sizes. */
    public static int parameterCount(List<Integer> layerSizes) {
        return new Layers(layerSizes).parameters();
    }

    /**
     * A network with random weights, uniform in ±√(3/in) · gain, and biases 0; the gain is 1 for hidden layers.
     *
     * @param outputGain gain of the last layer; small values start a policy near its neutral action
     */
    public static Mlp random(List<Integer> layerSizes, float outputGain, RandomGenerator random) {
        Layers layers = new Layers(layerSizes);
        float[] parameters = new float[layers.parameters()];
        for (int l = 0; l < layers.count(); l++) {
            float gain = l + 1 == layers.count() ? outputGain : 1f;
            float bound = gain * (float) Math.sqrt(3.0 / layers.in(l));
            for (int i = layers.weightsAt(l); i < layers.biasAt(l); i++) {
                parameters[i] = bound * (2f * random.nextFloat() - 1f);
            }
        }
        return new Mlp(layerSizes, parameters);
    }

    public List<Integer> layerSizes() {
        return layerSizes;
    }

    public int inputs() {
        return layers.inputs();
    }

    public int outputs() {
        return layers.outputs();
    }

    /** A copy of the parameters, in the order that the constructor takes. */
    public float[] parameters() {
        return parameters.clone();
    }

    /**
     * Computes the outputs for one input.
     *
     * @param input {@link #inputs} values
     * @param output receives {@link #outputs} values
     */
    public void forward(float[] input, float[] output) {
        if (input.length != layers.inputs() || output.length != layers.outputs()) {
            throw new IllegalArgumentException("the network maps " + layers.inputs() + " to " + layers.outputs()
                    + " values, not " + input.length + " to " + output.length);
        }
        float[] below = input;
        int last = activations.length - 1;
        for (int l = 0; l <= last; l++) {
            float[] here = activations[l];
            System.arraycopy(parameters, layers.biasAt(l), here, 0, here.length);
            PlainKernel.INSTANCE.multiplyAdd(
                    1, layers.in(l), here.length, below, parameters, layers.weightsAt(l), here, 0);
            if (l < last) {
                PlainKernel.INSTANCE.tanh(here, here.length);
            }
            below = here;
        }
        System.arraycopy(below, 0, output, 0, output.length);
    }
}
