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

    /** SNR in dB at which each CQI of each table keeps its promise for 500 bits; CQI 0 is out of range. */
    private static final double[] CQI_SNR = {
        // Table 1.
        -10, -8.0, -6.0, -3.7, -1.3, 0.9, 2.7, 4.3, 6.3, 8.3, 9.6, 11.7, 13.8, 15.9, 17.9, 19.3,
        // Table 2.
        -10, -8.0, -3.6, 0.9, 4.4, 6.2, 8.3, 9.9, 11.9, 13.9, 15.8, 17.7, 19.2, 21.1, 23.5, 25.2,
        // Table 3: the 10 % points and 1.3 dB for a failure in 100 000.
        -13, -11.1, -8.9, -6.8, -4.8, -2.5, -0.1, 2.1, 3.9, 5.7, 7.5, 9.6, 11.2, 13.1, 15.2, 17.1
    };

    private static final int CQIS = LinkTable.MAX_CQI + 1;

    private static final int GRID_LOW = -300;
    private static final int GRID_HIGH = 600;
    private static final int GRID = GRID_HIGH - GRID_LOW + 1;
    private static final byte[] ROW_AT = rowsOnGrid();
    private static final byte[] CQI_AT = cqisOnGrid();
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

    static double snrOfCqi(LinkTable table, int cqi) {
        return snrOfCqi(table.ordinal(), cqi);
    }

    /** The same for the ordinal of a table. */
    static double snrOfCqi(int table, int cqi) {
        return CQI_SNR[table * CQIS + cqi];
    }

    /** Row of the highest MCS whose 10 % point is not above the SNR; the lowest when there is none. */
    static int rowAt(LinkTable table, double snrDb) {
        return rowAt(table.ordinal(), snrDb);
    }

    static int rowAt(int table, double snrDb) {
        return ROW_AT[table * GRID + grid(snrDb)];
    }

    static int cqiAt(LinkTable table, double snrDb) {
        return cqiAt(table.ordinal(), snrDb);
    }

    static int cqiAt(int table, double snrDb) {
        return CQI_AT[table * GRID + grid(snrDb)];
    }

    /** Chance that a block fails. */
    static double blockError(int row, int bits, double snrDb) {
        int size = (bits > BLOCK_200 ? 1 : 0) + (bits > BLOCK_700 ? 1 : 0) + (bits > BLOCK_1400 ? 1 : 0);
        double excess = snrDb - SNR10[row] - BLOCK_SHIFT[size];
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

    private static byte[] rowsOnGrid() {
        byte[] at = new byte[LinkTable.values().length * GRID];
        for (LinkTable table : LinkTable.values()) {
            int first = table.firstRow();
            double[] thresholds = Arrays.copyOfRange(SNR10, first, first + table.mcsCount());
            fill(at, table.ordinal(), thresholds, first);
        }
        return at;
    }

    private static byte[] cqisOnGrid() {
        byte[] at = new byte[LinkTable.values().length * GRID];
        for (int table = 0; table < LinkTable.values().length; table++) {
            fill(at, table, Arrays.copyOfRange(CQI_SNR, table * CQIS, (table + 1) * CQIS), 0);
        }
        return at;
    }

    /** For each SNR of the grid the last level, from {@code first} on, whose threshold it reaches. */
    private static void fill(byte[] at, int table, double[] thresholds, int first) {
        for (int i = 0; i < GRID; i++) {
            double snr = (i + GRID_LOW) / 10.0 + 1e-6;
            int best = 0;
            for (int level = 0; level < thresholds.length; level++) {
                if (thresholds[level] <= snr) {
                    best = level;
                }
            }
            at[table * GRID + i] = (byte) (first + best);
        }
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
