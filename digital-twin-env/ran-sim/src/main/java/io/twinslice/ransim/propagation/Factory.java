package io.twinslice.ransim.propagation;

/**
 * A factory hall (InF), 1 to 600 m.
 *
 * @param hall how much stands in the hall, and whether the base station hangs above it
 * @param carrierGhz 0.5..100
 * @param baseHeight 1..25
 * @param ueHeight 0.5..10
 * @param clutterDensity share r of the floor that is occupied, below 0.4 in a sparse hall, else 0.4..0.95
 * @param clutterHeight mean height of what stands there, above the UE and at most 10
 */
public record Factory(
        Hall hall, double carrierGhz, double baseHeight, double ueHeight, double clutterDensity, double clutterHeight)
        implements Propagation {
    private static final double NEAREST = 1;

    /** Kinds of halls: sparse or dense clutter, base station below or above it. */
    public enum Hall {
        /** InF-SL. */
        SPARSE_LOW(33, 25.5, 5.7, 10),
        /** InF-DL. */
        DENSE_LOW(18.6, 35.7, 7.2, 2),
        /** InF-SH. */
        SPARSE_HIGH(32.4, 23.0, 5.9, 10),
        /** InF-DH. */
        DENSE_HIGH(33.63, 21.9, 4.0, 2);

        private final double constant;
        private final double slope;
        private final double shadowing;
        private final double clutterMetres;

        Hall(double constant, double slope, double shadowing, double clutterMetres) {
            this.constant = constant;
            this.slope = slope;
            this.shadowing = shadowing;
            this.clutterMetres = clutterMetres;
        }

        boolean isDense() {
            return clutterMetres == 2;
        }

        boolean isHigh() {
            return this == SPARSE_HIGH || this == DENSE_HIGH;
        }

        private double loss(double logSlant, double carrierGhz) {
            return constant + slope * logSlant + 20 * Formulas.log10(carrierGhz);
        }
    }

    public Factory {
        Formulas.requireCarrier(carrierGhz);
        Formulas.require("baseHeight", baseHeight, 1, 25);
        Formulas.require("ueHeight", ueHeight, 0.5, 10);
        Formulas.require("clutterDensity", clutterDensity, hall.isDense() ? 0.4 : 0.01, hall.isDense() ? 0.95 : 0.3999);
        Formulas.require("clutterHeight", clutterHeight, ueHeight + 0.1, 10.1);
        if (hall.isHigh() && baseHeight <= clutterHeight) {
            throw new IllegalArgumentException("in a " + hall + " hall the base station hangs above the clutter of "
                    + clutterHeight + " m, not at " + baseHeight);
        }
    }

    /** A hall with a clutter of 20 % or 60 %, 3 m high; base stations at 1.5 or 8 m and UEs at 1.5 m. */
    public Factory(Hall hall, double carrierGhz) {
        this(hall, carrierGhz, hall.isHigh() ? 8 : 1.5, 1.5, hall.isDense() ? 0.6 : 0.2, 3);
    }

    @Override
    public double losDb(double metres) {
        return 31.84 + 21.50 * logSlant(metres) + 19.00 * Formulas.log10(carrierGhz);
    }

    @Override
    public double nlosDb(double metres) {
        double blocked = hall.loss(logSlant(metres), carrierGhz);
        if (hall == Hall.DENSE_LOW) {
            blocked = Math.max(blocked, Hall.SPARSE_LOW.loss(logSlant(metres), carrierGhz));
        }
        return Math.max(losDb(metres), blocked);
    }

    private double logSlant(double metres) {
        return Formulas.log10(Math.max(NEAREST, Formulas.slant(metres, baseHeight - ueHeight)));
    }

    @Override
    public double losProbability(double metres) {
        double reach = -hall.clutterMetres / StrictMath.log(1 - clutterDensity);
        if (hall.isHigh()) {
            reach *= (baseHeight - ueHeight) / (clutterHeight - ueHeight);
        }
        return StrictMath.exp(-metres / reach);
    }

    @Override
    public double shadowingDb(boolean lineOfSight) {
        return lineOfSight ? 4.3 : hall.shadowing;
    }

    @Override
    public double correlationMetres(boolean lineOfSight) {
        return 10;
    }

    @Override
    public double losCorrelationMetres() {
        return hall.clutterMetres / 2;
    }
}
