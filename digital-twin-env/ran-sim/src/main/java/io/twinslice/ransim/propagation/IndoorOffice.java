package io.twinslice.ransim.propagation;

/**
 * Offices and hospitals (InH), 1 to 150 m.
 *
 * @param carrierGhz 0.5..100
 * @param baseHeight 1..10, usually 3
 * @param ueHeight 0.5..3, usually 1
 * @param open whether it is an open office rather than a mixed one
 */
public record IndoorOffice(double carrierGhz, double baseHeight, double ueHeight, boolean open) implements Propagation {
    private static final double NEAREST = 1;

    public IndoorOffice {
        Formulas.requireCarrier(carrierGhz);
        Formulas.require("baseHeight", baseHeight, 1, 10);
        Formulas.require("ueHeight", ueHeight, 0.5, 3);
    }

    /** Antennas at 3 m under the ceiling and UEs at 1 m. */
    public IndoorOffice(double carrierGhz, boolean open) {
        this(carrierGhz, 3, 1, open);
    }

    @Override
    public double losDb(double metres) {
        return 32.4 + 17.3 * logSlant(metres) + 20 * Formulas.log10(carrierGhz);
    }

    @Override
    public double nlosDb(double metres) {
        return Math.max(losDb(metres), 17.3 + 38.3 * logSlant(metres) + 24.9 * Formulas.log10(carrierGhz));
    }

    private double logSlant(double metres) {
        return Formulas.log10(Math.max(NEAREST, Formulas.slant(metres, baseHeight - ueHeight)));
    }

    @Override
    public double losProbability(double metres) {
        if (open) {
            return metres <= 5
                    ? 1
                    : metres <= 49
                            ? StrictMath.exp(-(metres - 5) / 70.8)
                            : 0.54 * StrictMath.exp(-(metres - 49) / 211.7);
        }
        return metres <= 1.2
                ? 1
                : metres < 6.5 ? StrictMath.exp(-(metres - 1.2) / 4.7) : 0.32 * StrictMath.exp(-(metres - 6.5) / 32.6);
    }

    @Override
    public double shadowingDb(boolean lineOfSight) {
        return lineOfSight ? 3 : 8.03;
    }

    @Override
    public double correlationMetres(boolean lineOfSight) {
        return lineOfSight ? 10 : 6;
    }

    @Override
    public double losCorrelationMetres() {
        return 10;
    }
}
