package io.twinslice.networks;

/**
 * One dense layer and where its parameters lie in the flat array of a network.
 *
 * @param in inputs, at least 1
 * @param out outputs, at least 1
 * @param weightsAt first weight; the weights are input-major, {@code in × out}
 * @param biasAt first of {@code out} biases
 * @param normAt first of {@code out} gains, followed by {@code out} shifts, of the layer norm between the sums and the
 *     activation; {@link #NO_NORM} without one
 * @param activation applied last
 */
public record Dense(int in, int out, int weightsAt, int biasAt, int normAt, Activation activation) {
    /** {@link #normAt} of a layer without norm. */
    public static final int NO_NORM = -1;

    public Dense {
        if (in < 1 || out < 1) {
            throw new IllegalArgumentException("a layer maps at least 1 value to 1, not " + in + " to " + out);
        }
        if (weightsAt < 0 || biasAt < 0 || normAt < NO_NORM) {
            throw new IllegalArgumentException("parameters lie at 0 or above");
        }
    }

    boolean isNormed() {
        return normAt != NO_NORM;
    }

    /** What the kernel applies right after the sums: nothing when a norm comes between. */
    Activation fused() {
        return isNormed() ? Activation.LINEAR : activation;
    }
}
