package io.twinslice.ransim.lte;

/** The upper tail of the standard normal from a table. */
final class Tail {
    private static final int PER_UNIT = 50;
    private static final int REACH = 6;
    private static final double[] TABLE = table();

    private Tail() {}

    static double of(double x) {
        if (x <= -REACH) {
            return 1;
        }
        return x >= REACH ? 0 : TABLE[(int) ((x + REACH) * PER_UNIT)];
    }

    private static double[] table() {
        double[] table = new double[2 * REACH * PER_UNIT + 1];
        double step = 1.0 / PER_UNIT;
        double below = 0;
        for (int i = 0; i < table.length; i++) {
            double x = -REACH + (i + 0.5) * step;
            below += StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI) * step;
            table[i] = Math.max(0, 1 - below);
        }
        return table;
    }
}
