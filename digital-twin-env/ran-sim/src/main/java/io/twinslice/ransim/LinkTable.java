package io.twinslice.ransim;

import java.util.Arrays;

/**
 * MCS and CQI tables of TS 38.214 that belong together: index tables 1..3 for PDSCH of clause 5.1.3.1 with CQI tables
 * 1..3 of clause 5.2.2.1. Efficiency is not monotone in the MCS where the modulation changes.
 */
@SuppressWarnings("ImmutableEnumChecker") // the arrays are never written after construction
public enum LinkTable {
    /** Table 1 of each: up to 64QAM, CQI for a BLER of 10 %. */
    QAM64(
            new int[] {10, 7, 12},
            new double[] {
                120, 157, 193, 251, 308, 379, 449, 526, 602, 679, 340, 378, 434, 490, 553, 616, 658, 438, 466, 517, 567,
                616, 666, 719, 772, 822, 873, 910, 948
            },
            new int[] {6, 3, 6},
            new double[] {78, 120, 193, 308, 449, 602, 378, 490, 616, 466, 567, 666, 772, 873, 948},
            0.1),
    /** Table 2 of each: up to 256QAM, CQI for a BLER of 10 %. */
    QAM256(
            new int[] {5, 6, 9, 8},
            new double[] {
                120, 193, 308, 449, 602, 378, 434, 490, 553, 616, 658, 466, 517, 567, 616, 666, 719, 772, 822, 873,
                682.5, 711, 754, 797, 841, 885, 916.5, 948
            },
            new int[] {3, 3, 5, 4},
            new double[] {78, 193, 449, 378, 490, 616, 466, 567, 666, 772, 873, 711, 797, 885, 948},
            0.1),
    /** Table 3 of each: low spectral efficiency for high reliability, CQI for a BLER of 1e-5. */
    LOW_EFFICIENCY(
            new int[] {15, 6, 8},
            new double[] {
                30, 40, 50, 64, 78, 99, 120, 157, 193, 251, 308, 379, 449, 526, 602, 340, 378, 434, 490, 553, 616, 438,
                466, 517, 567, 616, 666, 719, 772
            },
            new int[] {8, 3, 4},
            new double[] {30, 50, 78, 120, 193, 308, 449, 602, 378, 490, 616, 466, 567, 666, 772},
            1e-5);

    /** Largest CQI; 0 means out of range. */
    public static final int MAX_CQI = 15;

    private final int[] orders;
    private final double[] rates;
    private final int[] cqiOrders;
    private final double[] cqiRates;
    private final double targetBler;

    /** The numbers of entries with QPSK, 16QAM, 64QAM and 256QAM, and the code rates × 1024; of MCS, then of CQI. */
    LinkTable(int[] runs, double[] rates, int[] cqiRuns, double[] cqiRates, double targetBler) {
        this.orders = ordersOf(runs, rates.length);
        this.rates = rates;
        this.cqiOrders = ordersOf(cqiRuns, cqiRates.length);
        this.cqiRates = cqiRates;
        this.targetBler = targetBler;
    }

    private static int[] ordersOf(int[] runs, int length) {
        int[] orders = new int[length];
        int from = 0;
        for (int i = 0; i < runs.length; i++) {
            Arrays.fill(orders, from, from + runs[i], 2 * i + 2);
            from += runs[i];
        }
        return orders;
    }

    /** Number of modulation and coding schemes: 29, 28 and 29. */
    public int mcsCount() {
        return rates.length;
    }

    /** Modulation order Qm of an MCS: 2, 4, 6 or 8. */
    public int order(int mcs) {
        return orders[mcs];
    }

    /** Code rate × 1024 of an MCS; two rates of table 2 end in .5. */
    public double rate1024(int mcs) {
        return rates[mcs];
    }

    /** Information bits in a resource element at an MCS. */
    public double efficiency(int mcs) {
        return orders[mcs] * rates[mcs] / 1024;
    }

    /** Modulation order that a CQI of 1..15 stands for. */
    public int cqiOrder(int cqi) {
        return cqiOrders[cqi - 1];
    }

    /** Code rate × 1024 that a CQI of 1..15 stands for. */
    public double cqiRate1024(int cqi) {
        return cqiRates[cqi - 1];
    }

    /** Information bits in a resource element that a CQI of 1..15 stands for. */
    public double cqiEfficiency(int cqi) {
        return cqiOrders[cqi - 1] * cqiRates[cqi - 1] / 1024;
    }

    /** The block error rate that a CQI promises not to exceed. */
    public double targetBler() {
        return targetBler;
    }

    /** Row of this table's MCS 0 where all tables stand one below the other. */
    int firstRow() {
        return switch (this) {
            case QAM64 -> 0;
            case QAM256 -> 29;
            case LOW_EFFICIENCY -> 57;
        };
    }
}
