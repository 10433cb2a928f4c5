package io.twinslice.ransim.propagation;

/** What the scenarios share. */
final class Formulas {
    static final double LIGHT_METRES_PER_SECOND = 299_792_458;

    private Formulas() {}

    static double log10(double value) {
        return StrictMath.log10(value);
    }

    /** Slant distance of a horizontal one. */
    static double slant(double metres, double heightDifference) {
        return StrictMath.sqrt(metres * metres + heightDifference * heightDifference);
    }

    /** Break point distance d'BP (table 7.4.1-1 note 1) with an effective environment height of 1 m. */
    static double breakPoint(double carrierGhz, double baseHeight, double ueHeight) {
        return 4 * (baseHeight - 1) * (ueHeight - 1) * carrierGhz * 1e9 / LIGHT_METRES_PER_SECOND;
    }

    static void require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be " + low + ".." + high + ", not " + value);
        }
    }

    static void requireCarrier(double carrierGhz) {
        require("carrierGhz", carrierGhz, 0.5, 100);
    }
}
