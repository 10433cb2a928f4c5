package io.twinslice.ransim.propagation;

/** Spatially correlated shadowing: an AR(1) process over the distance moved (TR 38.901 clause 7.4.4). */
public final class Shadowing {
    private Shadowing() {}

    /**
     * The next value of a process of unit variance.
     *
     * @param before value before the move
     * @param movedMetres distance moved since
     * @param correlationMetres distance over which the correlation falls to 1/e, above 0
     * @param normal a standard normal draw of this move
     */
    public static double moved(double before, double movedMetres, double correlationMetres, double normal) {
        double memory = StrictMath.exp(-movedMetres / correlationMetres);
        return memory * before + StrictMath.sqrt(1 - memory * memory) * normal;
    }
}
