package io.twinslice.ransim;

/**
 * The natural logarithm from a table and four terms of its series: within 1e-12 of the true value, a few nanoseconds,
 * and the same bits on every machine, because Java's basic arithmetic is.
 */
final class Logarithm {
    private static final int CELL_BITS = 7;
    private static final int CELLS = 1 << CELL_BITS;
    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_10 = 2.302585092994046;
    private static final double[] LOG_OF_CENTRE = new double[CELLS];
    private static final double[] INVERSE_OF_CENTRE = new double[CELLS];

    static {
        for (int i = 0; i < CELLS; i++) {
            double centre = 1 + (i + 0.5) / CELLS;
            LOG_OF_CENTRE[i] = StrictMath.log(centre);
            INVERSE_OF_CENTRE[i] = 1 / centre;
        }
    }

    private Logarithm() {}

    /** @param x a normal number above 0 */
    static double natural(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int cell = (int) (bits >>> (52 - CELL_BITS)) & (CELLS - 1);
        double mantissa = Double.longBitsToDouble((bits & 0x000F_FFFF_FFFF_FFFFL) | 0x3FF0_0000_0000_0000L);
        double r = mantissa * INVERSE_OF_CENTRE[cell] - 1;
        double series = r * (1 - r * (1 / 2.0 - r * (1 / 3.0 - r * (1 / 4.0))));
        return ((int) (bits >>> 52) - 1023) * LN_2 + (LOG_OF_CENTRE[cell] + series);
    }

    /** 10 log x. */
    static double decibels(double x) {
        return natural(x) * (10 / LN_10);
    }
}
