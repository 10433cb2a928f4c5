package io.twinslice.ransim.propagation;

/** Loss from outdoors to indoors through buildings of glass and concrete (TR 38.901 clause 7.4.3.1, low-loss model). */
public final class PenetrationLoss {
    /** Standard deviation in dB. */
    public static final double SIGMA_DB = 4.4;

    private PenetrationLoss() {}

    /**
     * Mean loss in dB.
     *
     * @param carrierGhz 0.5..100
     * @param depthMetres from the wall to the UE; for UMa and UMi the smaller of two uniform draws from 0..25
     */
    public static double lowDb(double carrierGhz, double depthMetres) {
        Formulas.requireCarrier(carrierGhz);
        Formulas.require("depthMetres", depthMetres, 0, 100);
        double glass = 0.3 * StrictMath.pow(10, -(2 + 0.2 * carrierGhz) / 10);
        double concrete = 0.7 * StrictMath.pow(10, -(5 + 4 * carrierGhz) / 10);
        return 5 - 10 * Formulas.log10(glass + concrete) + 0.5 * depthMetres;
    }
}
