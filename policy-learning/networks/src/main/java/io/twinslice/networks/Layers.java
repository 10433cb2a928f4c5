package io.twinslice.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the parameters of each layer lie in the flat array: layer by layer, the weights input-major ({@code in × out}),
 * then the biases, then gains and shifts of the norm if there is one.
 */
final class Layers {
    private final List<Dense> layers = new ArrayList<>();
    private final int parameters;

    Layers(Shape shape) {
        List<Integer> sizes = shape.layerSizes();
        int at = 0;
        for (int l = 0; l + 1 < sizes.size(); l++) {
            boolean last = l + 2 == sizes.size();
            int in = sizes.get(l);
            int out = sizes.get(l + 1);
            int biasAt = at + in * out;
            int end = biasAt + out;
            boolean normed = shape.layerNorm() && !last;
            layers.add(new Dense(
                    in, out, at, biasAt, normed ? end : Dense.NO_NORM, last ? shape.output() : shape.hidden()));
            at = normed ? end + 2 * out : end;
        }
        parameters = at;
    }

    int count() {
        return layers.size();
    }

    Dense at(int layer) {
        return layers.get(layer);
    }

    int inputs() {
        return layers.getFirst().in();
    }

    int outputs() {
        return layers.getLast().out();
    }

    int parameters() {
        return parameters;
    }

    /** Widest layer, the inputs not counted. */
    int widest() {
        return layers.stream().mapToInt(Dense::out).max().orElseThrow();
    }
}
