package io.twinslice.ransim.propagation;

/**
 * Base stations above the roofs (UMa), 10 m to 5 km.
 *
 * @param carrierGhz 0.5..100
 * @param baseHeight 10..150, usually 25
 * @param ueHeight 1.5..13; above that the specification draws the height of the environment, which is not modelled
 */
public record UrbanMacro(double carrierGhz, double baseHeight, double ueHeight) implements Propagation {
    private static final double NEAREST = 10;

    public UrbanMacro {
        Formulas.requireCarrier(carrierGhz);
        Formulas.require("baseHeight", baseHeight, 10, 150);
        Formulas.require("ueHeight", ueHeight, 1.5, 13);
    }

    /** A base station at 25 m and UEs at 1.5 m. */
    public UrbanMacro(double carrierGhz) {
        this(carrierGhz, 25, 1.5);
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
        double base = 28.0 + 20 * Formulas.log10(carrierGhz);
        double bend = breakPointMetres();
        return horizontal < bend
                ? base + 22 * slant
                : base + 40 * slant - 9 * Formulas.log10(bend * bend + height * height);
    }

    @Override
    public double nlosDb(double metres) {
        double slant = Formulas.slant(Math.max(NEAREST, metres), baseHeight - ueHeight);
        double blocked =
                13.54 + 39.08 * Formulas.log10(slant) + 20 * Formulas.log10(carrierGhz) - 0.6 * (ueHeight - 1.5);
        return Math.max(losDb(metres), blocked);
    }

    @Override
    public double losProbability(double metres) {
        return metres <= 18 ? 1 : 18 / metres + StrictMath.exp(-metres / 63) * (1 - 18 / metres);
    }

    @Override
    public double shadowingDb(boolean lineOfSight) {
        return lineOfSight ? 4 : 6;
    }

    @Override
    public double correlationMetres(boolean lineOfSight) {
        return lineOfSight ? 37 : 50;
    }

    @Override
    public double losCorrelationMetres() {
        return 50;
    }
}
