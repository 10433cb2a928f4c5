package io.twinslice.networks;

import java.util.List;

/**
 * Where the parameters of each layer lie in the flat array: layer by layer, the weights input-major ({@code in × out}),
 * then the biases.
 */
final class Layers {
    /** Bounds that keep a hostile description from asking for more memory than any policy here needs. */
    static final int MAX_WIDTH = 4096;

    static final int MAX_LAYERS = 16;

    private final int[] sizes;
    private final int[] weights;

    Layers(List<Integer> layerSizes) {
        check(layerSizes);
        sizes = layerSizes.stream().mapToInt(Integer::intValue).toArray();
        weights = new int[sizes.length];
        for (int l = 0; l + 1 < sizes.length; l++) {
            weights[l + 1] = weights[l] + (sizes[l] + 1) * sizes[l + 1];
        }
    }

    private static void check(List<Integer> layerSizes) {
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

    int count() {
        return sizes.length - 1;
    }

    int in(int layer) {
        return sizes[layer];
    }

    int out(int layer) {
        return sizes[layer + 1];
    }

    int inputs() {
        return sizes[0];
    }

    int outputs() {
        return sizes[sizes.length - 1];
    }

    int weightsAt(int layer) {
        return weights[layer];
    }

    int biasAt(int layer) {
        return weights[layer] + sizes[layer] * sizes[layer + 1];
    }

    int parameters() {
        return weights[weights.length - 1];
    }
}
