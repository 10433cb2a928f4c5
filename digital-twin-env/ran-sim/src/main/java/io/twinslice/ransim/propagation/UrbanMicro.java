package io.twinslice.ransim.propagation;

/**
 * Base stations below the roofs of a street canyon (UMi), 10 m to 5 km.
 *
 * @param carrierGhz 0.5..100
 * @param baseHeight 3..30, usually 10
 * @param ueHeight 1.5..22.5
 */
public record UrbanMicro(double carrierGhz, double baseHeight, double ueHeight) implements Propagation {
    private static final double NEAREST = 10;

    public UrbanMicro {
        Formulas.requireCarrier(carrierGhz);
        Formulas.require("baseHeight", baseHeight, 3, 30);
        Formulas.require("ueHeight", ueHeight, 1.5, 22.5);
    }

    /** A base station at 10 m and UEs at 1.5 m. */
    public UrbanMicro(double carrierGhz) {
        this(carrierGhz, 10, 1.5);
    }

    /** Distance d'BP where the slope of the line-of-sight loss changes, in metres. */
    public double breakPointMetres() {
        return Formulas.breakPoint(carrierGhz, baseHeight, ueHeight);
    }

    @Override
    public double losDb(double metres) {
        double horizontal = Math.max(NEAREST, metres);
        double height = baseHeight - ueHeight;
        double slant = Formulas.log10(Formulas.slant(horizontal, height));
        double base = 32.4 + 20 * Formulas.log10(carrierGhz);
        double bend = breakPointMetres();
        return horizontal < bend
                ? base + 21 * slant
                : base + 40 * slant - 9.5 * Formulas.log10(bend * bend + height * height);
    }

    @Override
    public double nlosDb(double metres) {
        double slant = Formulas.slant(Math.max(NEAREST, metres), baseHeight - ueHeight);
        double blocked =
                22.4 + 35.3 * Formulas.log10(slant) + 21.3 * Formulas.log10(carrierGhz) - 0.3 * (ueHeight - 1.5);
        return Math.max(losDb(metres), blocked);
    }

    @Override
    public double losProbability(double metres) {
        return metres <= 18 ? 1 : 18 / metres + StrictMath.exp(-metres / 36) * (1 - 18 / metres);
    }

    @Override
    public double shadowingDb(boolean lineOfSight) {
        return lineOfSight ? 4 : 7.82;
    }

    @Override
    public double correlationMetres(boolean lineOfSight) {
        return lineOfSight ? 10 : 13;
    }

    @Override
    public double losCorrelationMetres() {
        return 50;
    }
}
