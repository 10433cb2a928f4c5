package io.twinslice.networks;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network that decides.
 *
 * <p>Which {@link Kernel} computes it changes speed, not bits, so training rollouts, verification and the xApp see the
 * same outputs on every machine. Not thread-safe: the activations are kept between calls so that a call allocates
 * nothing. The parameters never change; {@link TrainableMlp} is the form that learns.
 */
public final class Mlp {
    private final Shape shape;
    private final Layers layers;
    private final float[] parameters;
    private final Kernel kernel;
    private final float[][] activations;
    private final float[] scratch = new float[0];

    /**
     * A network of tanh hidden layers and a linear output.
     *
     * @param layerSizes inputs, hidden widths, outputs: 2..16 sizes of 1..4096
     * @param parameters layer by layer the weights, input-major ({@code in × out}), then the biases; all finite
     */
    public Mlp(List<Integer> layerSizes, float[] parameters) {
        this(Shape.tanh(layerSizes), parameters);
    }

    /**
     * @param parameters layer by layer the weights, input-major ({@code in × out}), then the biases, then gains and
     *     shifts of the norm if the layer has one; all finite
     */
    public Mlp(Shape shape, float[] parameters) {
        this(shape, checked(shape, parameters.clone()), Kernel.plain());
    }

    private Mlp(Shape shape, float[] parameters, Kernel kernel) {
        this.shape = shape;
        this.parameters = parameters;
        this.kernel = kernel;
        layers = new Layers(shape);
        activations = new float[layers.count() - 1][];
        for (int l = 0; l < activations.length; l++) {
            activations[l] = new float[layers.at(l).out()];
        }
    }

    private static float[] checked(Shape shape, float[] parameters) {
        if (parameters.length != shape.parameterCount()) {
            throw new IllegalArgumentException("a network of " + shape.layerSizes() + " has " + shape.parameterCount()
                    + " parameters, not " + parameters.length);
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                throw new IllegalArgumentException("parameter " + i + " is " + parameters[i] + ", not finite");
            }
        }
        return parameters;
    }

    /** The same network computed by another kernel: for another thread, or where it pays to warm a faster one up. */
    public Mlp on(Kernel other) {
        return new Mlp(shape, parameters, other);
    }

    /** Number of parameters of a tanh network with these layer sizes. */
    public static int parameterCount(List<Integer> layerSizes) {
        return Shape.tanh(layerSizes).parameterCount();
    }

    /** A tanh network with random weights: {@link #random(Shape, float, RandomGenerator)}. */
    public static Mlp random(List<Integer> layerSizes, float outputGain, RandomGenerator random) {
        return random(Shape.tanh(layerSizes), outputGain, random);
    }

    /**
     * A network with random weights, uniform in ±√(3/in) · gain, and biases 0; the gain of hidden layers is 1, and √2
     * before a rectifier, which lets half of the signal through. Norms begin with gain 1 and shift 0.
     *
     * @param outputGain gain of the last layer; small values start a policy near its neutral action
     */
    public static Mlp random(Shape shape, float outputGain, RandomGenerator random) {
        Layers layers = new Layers(shape);
        float[] parameters = new float[layers.parameters()];
        for (int l = 0; l < layers.count(); l++) {
            Dense layer = layers.at(l);
            double power = layer.activation() == Activation.RELU ? 6.0 : 3.0;
            float gain = l + 1 == layers.count() ? outputGain : 1f;
            float bound = gain * (float) Math.sqrt(power / layer.in());
            for (int i = layer.weightsAt(); i < layer.biasAt(); i++) {
                parameters[i] = bound * (2f * random.nextFloat() - 1f);
            }
            for (int j = 0; layer.isNormed() && j < layer.out(); j++) {
                parameters[layer.normAt() + j] = 1f;
            }
        }
        return new Mlp(shape, parameters);
    }

    public Shape shape() {
        return shape;
    }

    public List<Integer> layerSizes() {
        return shape.layerSizes();
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
     * @param output receives {@link #outputs} values; not the same array
     */
    public void forward(float[] input, float[] output) {
        if (input.length != layers.inputs() || output.length != layers.outputs()) {
            throw new IllegalArgumentException("the network maps " + layers.inputs() + " to " + layers.outputs()
                    + " values, not " + input.length + " to " + output.length);
        }
        float[] below = input;
        int last = activations.length;
        for (int l = 0; l <= last; l++) {
            Dense layer = layers.at(l);
            float[] here = l == last ? output : activations[l];
            kernel.dense(layer, 1, below, 0, parameters, 0, here, 0, scratch);
            if (layer.isNormed()) {
                LayerNorm.normalise(here, 0, layer.out());
                LayerNorm.scale(here, 0, layer.out(), parameters, layer.normAt(), here);
                kernel.activate(layer.activation(), here, 0, layer.out());
            }
            below = here;
        }
    }
}
