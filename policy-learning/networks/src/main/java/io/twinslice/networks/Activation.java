package io.twinslice.networks;

/** What a layer does to each of its sums. */
public enum Activation {
    /** Nothing. */
    LINEAR,
    /** The hyperbolic tangent, as {@link RationalTanh} computes it. */
    TANH,
    /** The positive part; 0 for NaN, so that a runaway shows in the parameters and not in a frozen output. */
    RELU
}
