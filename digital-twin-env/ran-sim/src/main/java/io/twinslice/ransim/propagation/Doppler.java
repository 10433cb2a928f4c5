package io.twinslice.ransim.propagation;

/** What movement does to fast fading. */
public final class Doppler {
    private Doppler() {}

    /** Largest Doppler shift v·fc/c in Hz. */
    public static double shiftHertz(double kilometresPerHour, double carrierGhz) {
        return kilometresPerHour / 3.6 * carrierGhz * 1e9 / Formulas.LIGHT_METRES_PER_SECOND;
    }

    /** Coherence time 0.423/fD in ms; infinite at rest. */
    public static double coherenceMillis(double kilometresPerHour, double carrierGhz) {
        return 423 / shiftHertz(kilometresPerHour, carrierGhz);
    }

    /** Correlation of an AR(1) process from one step to the next, which falls to 1/e in the coherence time. */
    public static double memory(double stepMillis, double coherenceMillis) {
        return StrictMath.exp(-stepMillis / coherenceMillis);
    }
}
