package io.twinslice.ransim;

/**
 * What a link does at an SNR: MCS and CQI tables of TS 38.214 clauses 5.1.3.1 and 5.2.2.1 (table 1 of each), and block
 * error rates on a 0.1 dB grid.
 *
 * <p>BLER = Q((SNR - μ)/s) with the slope s shared by all MCS of a block size, fitted to open link-level tables; the
 * SNR for 10 % is μ + 1.2816 s. MCS 0..2 are extrapolated by 10 log(2^SE - 1) + 1.47 + 0.22 SE. A transport block of
 * several code blocks is treated as one.
 */
final class LinkTables {
    private static final int[] RATE = {
        120, 157, 193, 251, 308, 379, 449, 526, 602, 679, 340, 378, 434, 490, 553, 616, 658, 438, 466, 517, 567, 616,
        666, 719, 772, 822, 873, 910, 948
    };

    /** SNR in dB at which a block of 500 bits fails in 10 % of cases. */
    private static final double[] SNR10 = {
        -6.0, -4.7, -3.7, -2.4, -1.5, -0.1, 0.7, 1.8, 2.6, 3.5, 3.7, 4.4, 5.4, 6.2, 7.3, 8.3, 9.0, 9.4, 9.9, 10.9, 11.8,
        12.9, 13.8, 14.8, 15.6, 16.7, 17.7, 18.6, 19.2
    };

    /** SNR in dB at which each CQI of table 1 reaches 10 %; index 0 is out of range. */
    private static final double[] CQI_SNR = {
        -10, -8.0, -6.0, -3.7, -1.3, 0.9, 2.7, 4.3, 6.3, 8.3, 9.6, 11.7, 13.8, 15.9, 17.9, 19.3
    };

    private static final int GRID_LOW = -300;
    private static final int GRID_HIGH = 600;
    private static final byte[] MCS_AT = gridOf(SNR10);
    private static final byte[] CQI_AT = gridOf(CQI_SNR);
    private static final double[] LINEAR = linear();

    private static final int BLOCK_200 = 200;
    private static final int BLOCK_700 = 700;
    private static final int BLOCK_1400 = 1400;
    private static final double[] BLOCK_SHIFT = {0.7, 0, -0.2, -0.25};
    private static final double[] BLOCK_SLOPE = {0.98, 0.435, 0.25, 0.17};
    private static final int BLER_REACH = 60;
    private static final int BLER_WIDTH = 2 * BLER_REACH + 1;
    private static final double[] BLER = blockErrors();

    private LinkTables() {}

    static int order(int mcs) {
        return mcs < 10 ? 2 : mcs < 17 ? 4 : 6;
    }

    static int rate1024(int mcs) {
        return RATE[mcs];
    }

    static double snrForTenPercent(int mcs) {
        return SNR10[mcs];
    }

    static double snrOfCqi(int cqi) {
        return CQI_SNR[cqi];
    }

    /** Highest MCS whose 10 % point is not above the SNR; 0 when there is none. */
    static int mcsAt(double snrDb) {
        return MCS_AT[grid(snrDb)];
    }

    static int cqiAt(double snrDb) {
        return CQI_AT[grid(snrDb)];
    }

    /** Chance that a block fails. */
    static double blockError(int mcs, int bits, double snrDb) {
        int size = (bits > BLOCK_200 ? 1 : 0) + (bits > BLOCK_700 ? 1 : 0) + (bits > BLOCK_1400 ? 1 : 0);
        double excess = snrDb - SNR10[mcs] - BLOCK_SHIFT[size];
        if (excess >= BLER_REACH / 10.0) {
            return 0;
        }
        if (excess <= -BLER_REACH / 10.0) {
            return 1;
        }
        // Above zero, cutting off is rounding down.
        return BLER[size * BLER_WIDTH + (int) (excess * 10 + (BLER_REACH + 0.5))];
    }

    static double linearOf(double snrDb) {
        return LINEAR[grid(snrDb)];
    }

    static double decibelsOf(double linear) {
        return Logarithm.decibels(linear);
    }

    /** Q(x), the upper tail of the standard normal, with a relative error below 2e-7 (Chebyshev fit of erfc). */
    static double gaussianTail(double x) {
        double z = StrictMath.abs(x) / StrictMath.sqrt(2);
        double t = 1 / (1 + 0.5 * z);
        double[] c = {
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277
        };
        double sum = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            sum = c[i] + t * sum;
        }
        double tail = 0.5 * t * StrictMath.exp(-z * z + sum);
        return x >= 0 ? tail : 1 - tail;
    }

    private static int grid(double snrDb) {
        // From the lower end on, cutting off is rounding down; NaN ends at the lower end.
        int cell = (int) (snrDb * 10 + (1e-6 - GRID_LOW));
        return Math.max(0, Math.min(cell, GRID_HIGH - GRID_LOW));
    }

    private static byte[] gridOf(double[] thresholds) {
        byte[] at = new byte[GRID_HIGH - GRID_LOW + 1];
        for (int i = 0; i < at.length; i++) {
            double snr = (i + GRID_LOW) / 10.0 + 1e-6;
            for (int level = 0; level < thresholds.length; level++) {
                if (thresholds[level] <= snr) {
                    at[i] = (byte) level;
                }
            }
        }
        return at;
    }

    private static double[] linear() {
        double[] table = new double[GRID_HIGH - GRID_LOW + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = StrictMath.pow(10, (i + GRID_LOW + 0.5) / 100);
        }
        return table;
    }

    /** One row for each of the four classes of size. */
    private static double[] blockErrors() {
        double[] table = new double[BLOCK_SLOPE.length * BLER_WIDTH];
        for (int i = 0; i < table.length; i++) {
            double excess = (i % BLER_WIDTH - BLER_REACH) / 10.0;
            table[i] = gaussianTail(excess / BLOCK_SLOPE[i / BLER_WIDTH] + 1.2816);
        }
        return table;
    }
}
