package io.twinslice.ransim;

/**
 * One step of the AR(1) fading of all UEs.
 *
 * <p>The work goes in three passes over short arrays: hashing and interpolation are straight arithmetic, which the
 * compiler turns into vector instructions, and the look-ups in the table of quantiles stand alone between them. That is
 * faster than one loop, and faster than the same written with the Vector API, whose gathers cost more than plain loads.
 */
final class Fading {
    private final long[] bits;
    private final double[] low;
    private final double[] high;

    Fading(int ues) {
        bits = new long[ues];
        low = new double[ues];
        high = new double[ues];
    }

    /** {@code fading = fading · memory + innovation · normal(key, period)} for every UE. */
    void step(long period, long[] key, double[] memory, double[] innovation, double[] fading) {
        Chance.bits(key, period, bits);
        Chance.quantiles(bits, low, high);
        for (int ue = 0; ue < fading.length; ue++) {
            double normal = low[ue] + Chance.partOf(bits[ue]) * (high[ue] - low[ue]);
            fading[ue] = fading[ue] * memory[ue] + innovation[ue] * normal;
        }
    }
}
