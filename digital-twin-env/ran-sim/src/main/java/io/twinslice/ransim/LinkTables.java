package io.twinslice.ransim;

import java.util.Arrays;

/**
 * What a link does at an SNR: MCS and CQI, and block error rates on a 0.1 dB grid, for the three tables of
 * {@link LinkTable}.
 *
 * <p>BLER = Q((SNR - μ)/s) with the slope s shared by all MCS of a block size, fitted to open link-level tables; the
 * SNR for 10 % is μ + 1.2816 s. MCS 0..2 of table 1 are extrapolated by 10 log(2^SE - 1) + 1.47 + 0.22 SE, MCS 0..1 of
 * table 2 with 1.63 + 0.17 SE, MCS 0..8 of table 3 with 1.37 + 0.27 SE. A transport block of several code blocks is
 * treated as one.
 */
final class LinkTables {
    /** Rows of all MCS tables, one below the other: {@link LinkTable#firstRow} + MCS. */
    static final int ROWS = 86;

    /** SNR in dB at which a block of 500 bits fails in 10 % of cases. */
    private static final double[] SNR10 = {
        // Table 1.
        -6.0,
        -4.7,
        -3.7,
        -2.4,
        -1.5,
        -0.1,
        0.7,
        1.8,
        2.6,
        3.5,
        3.7,
        4.4,
        5.4,
        6.2,
        7.3,
        8.3,
        9.0,
        9.4,
        9.9,
        10.9,
        11.8,
        12.9,
        13.8,
        14.8,
        15.6,
        16.7,
        17.7,
        18.6,
        19.2,
        // Table 2.
        -5.9,
        -3.6,
        -1.4,
        0.9,
        2.7,
        4.4,
        5.4,
        6.2,
        7.4,
        8.3,
        9.0,
        9.9,
        10.9,
        11.9,
        12.9,
        13.9,
        14.7,
        15.8,
        16.7,
        17.7,
        18.9,
        19.2,
        20.4,
        21.1,
        22.1,
        23.5,
        24.2,
        25.2,
        // Table 3.
        -12.4,
        -11.2,
        -10.2,
        -9.0,
        -8.1,
        -7.0,
        -6.1,
        -4.8,
        -3.8,
        -2.4,
        -1.4,
        -0.3,
        0.8,
        1.7,
        2.6,
        3.7,
        4.4,
        5.3,
        6.2,
        7.3,
        8.3,
        9.4,
        9.9,
        10.9,
        11.8,
        12.9,
        13.9,
        14.7,
        15.8
    };

    /** SNR in dB at which each CQI keeps its promise for 500 bits; index 0 is out of range. */
    private static final double[][] CQI_SNR = {
        {-10, -8.0, -6.0, -3.7, -1.3, 0.9, 2.7, 4.3, 6.3, 8.3, 9.6, 11.7, 13.8, 15.9, 17.9, 19.3},
        {-10, -8.0, -3.6, 0.9, 4.4, 6.2, 8.3, 9.9, 11.9, 13.9, 15.8, 17.7, 19.2, 21.1, 23.5, 25.2},
        // The 10 % points and 1.3 dB for a failure in 100 000.
        {-13, -11.1, -8.9, -6.8, -4.8, -2.5, -0.1, 2.1, 3.9, 5.7, 7.5, 9.6, 11.2, 13.1, 15.2, 17.1}
    };

    private static final int GRID_LOW = -300;
    private static final int GRID_HIGH = 600;
    private static final byte[][] MCS_AT = {
        rowsOf(LinkTable.QAM64), rowsOf(LinkTable.QAM256), rowsOf(LinkTable.LOW_EFFICIENCY)
    };
    private static final byte[][] CQI_AT = {gridOf(CQI_SNR[0]), gridOf(CQI_SNR[1]), gridOf(CQI_SNR[2])};
    private static final double[] LINEAR = linear();

    private static final int[] BLOCK_BITS = {200, 700, 1400, Integer.MAX_VALUE};
    private static final double[] BLOCK_SHIFT = {0.7, 0, -0.2, -0.25};
    private static final double[] BLOCK_SLOPE = {0.98, 0.435, 0.25, 0.17};
    private static final int BLER_REACH = 60;
    private static final double[][] BLER = blockErrors();

    private LinkTables() {}

    /** The table that a row belongs to. */
    static LinkTable tableOf(int row) {
        return row < LinkTable.QAM256.firstRow()
                ? LinkTable.QAM64
                : row < LinkTable.LOW_EFFICIENCY.firstRow() ? LinkTable.QAM256 : LinkTable.LOW_EFFICIENCY;
    }

    /** Whether a row is the last one of its table. */
    static boolean isHighest(int row) {
        return row == ROWS - 1 || tableOf(row + 1) != tableOf(row);
    }

    static double snrForTenPercent(int row) {
        return SNR10[row];
    }

    static double snrOfCqi(int cqi) {
        return snrOfCqi(LinkTable.QAM64, cqi);
    }

    static double snrOfCqi(LinkTable table, int cqi) {
        return CQI_SNR[table.ordinal()][cqi];
    }

    /** Highest MCS of table 1 whose 10 % point is not above the SNR; 0 when there is none. */
    static int mcsAt(double snrDb) {
        return rowAt(LinkTable.QAM64, snrDb);
    }

    /** Row of the highest MCS whose 10 % point is not above the SNR; the lowest when there is none. */
    static int rowAt(LinkTable table, double snrDb) {
        return MCS_AT[table.ordinal()][grid(snrDb)];
    }

    static int cqiAt(double snrDb) {
        return cqiAt(LinkTable.QAM64, snrDb);
    }

    static int cqiAt(LinkTable table, double snrDb) {
        return CQI_AT[table.ordinal()][grid(snrDb)];
    }

    /** Chance that a block fails. */
    static double blockError(int row, int bits, double snrDb) {
        int size = 0;
        while (bits > BLOCK_BITS[size]) {
            size++;
        }
        double excess = snrDb - SNR10[row] - BLOCK_SHIFT[size];
        if (excess >= BLER_REACH / 10.0) {
            return 0;
        }
        if (excess <= -BLER_REACH / 10.0) {
            return 1;
        }
        return BLER[size][(int) Math.floor(excess * 10 + 0.5) + BLER_REACH];
    }

    static double linearOf(double snrDb) {
        return LINEAR[grid(snrDb)];
    }

    static double decibelsOf(double linear) {
        return 10 * StrictMath.log10(linear);
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
        return Math.clamp((int) Math.floor(snrDb * 10 + 1e-6), GRID_LOW, GRID_HIGH) - GRID_LOW;
    }

    private static byte[] rowsOf(LinkTable table) {
        byte[] at = gridOf(Arrays.copyOfRange(SNR10, table.firstRow(), table.firstRow() + table.mcsCount()));
        for (int i = 0; i < at.length; i++) {
            at[i] += (byte) table.firstRow();
        }
        return at;
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

    private static double[][] blockErrors() {
        double[][] table = new double[BLOCK_BITS.length][2 * BLER_REACH + 1];
        for (int size = 0; size < table.length; size++) {
            for (int i = 0; i < table[size].length; i++) {
                double excess = (i - BLER_REACH) / 10.0;
                table[size][i] = gaussianTail(excess / BLOCK_SLOPE[size] + 1.2816);
            }
        }
        return table;
    }
}
