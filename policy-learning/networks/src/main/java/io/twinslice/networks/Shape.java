package io.twinslice.networks;

import java.util.List;

/**
 * What a dense network looks like.
 *
 * @param layerSizes inputs, hidden widths, outputs: 2..16 sizes of 1..4096
 * @param hidden activation of the hidden layers
 * @param output activation of the last layer
 * @param layerNorm whether the sums of each hidden layer are normalised over the layer (Ba et al. 2016) before the
 *     activation
 */
public record Shape(List<Integer> layerSizes, Activation hidden, Activation output, boolean layerNorm) {
    /** Bounds that keep a hostile description from asking for more memory than any policy here needs. */
    static final int MAX_WIDTH = 4096;

    static final int MAX_LAYERS = 16;

    public Shape {
        layerSizes = List.copyOf(layerSizes);
        if (layerSizes.size() < 2 || layerSizes.size() > MAX_LAYERS) {
            throw new IllegalArgumentException(
                    "a network has 2.." + MAX_LAYERS + " layer sizes, not " + layerSizes.size());
        }
        for (int size : layerSizes) {
            if (size < 1 || size > MAX_WIDTH) {
                throw new IllegalArgumentException("a layer is 1.." + MAX_WIDTH + " wide, not " + size);
            }
        }
    }

    /** Tanh hidden layers and a linear output: what policies are made of. */
    public static Shape tanh(List<Integer> layerSizes) {
        return new Shape(layerSizes, Activation.TANH, Activation.LINEAR, false);
    }

    /** Rectified hidden layers and a linear output. */
    public static Shape relu(List<Integer> layerSizes) {
        return new Shape(layerSizes, Activation.RELU, Activation.LINEAR, false);
    }

    /** The same with layer norm in every hidden layer. */
    public Shape normed() {
        return new Shape(layerSizes, hidden, output, true);
    }

    /** The same with another activation of the last layer. */
    public Shape ending(Activation activation) {
        return new Shape(layerSizes, hidden, activation, layerNorm);
    }

    public int inputs() {
        return layerSizes.getFirst();
    }

    public int outputs() {
        return layerSizes.getLast();
    }

    /** Number of parameters. */
    public int parameterCount() {
        return new Layers(this).parameters();
    }
}
