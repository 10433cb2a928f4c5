package io.twinslice.ransim.lte;

/**
 * What an LTE link does at an SNR, on a grid of 0.1 dB: the CQI that is reported, the mutual information of a coded bit
 * as the measure to average over, and the SNR at which a block fails once in ten times.
 *
 * <p>Thresholds are those of open link-level tables for blocks of 500 bits (BLER = Q((SNR - μ)/s)). The mutual
 * information is that of IEEE 802.16m-08/004r5, section 4.3.2.1, with the function J in the approximation of
 * Brännström, Rasmussen and Grant (IEEE Trans. Inf. Theory 51, 2005).
 */
final class LinkCurve {
    static final int LOW_TENTH = -300;
    static final int HIGH_TENTH = 600;

    /** SNR in tenths of a decibel at which each CQI reaches 10 % block errors; CQI 0 is out of range. */
    private static final int[] CQI_TENTH = {-1000, -80, -60, -37, -13, 9, 27, 43, 63, 83, 96, 117, 138, 159, 179, 193};

    private static final int MODULATIONS = 3;
    private static final int INFORMATION_STEPS = 2000;
    private static final byte[] CQI = cqi();
    private static final float[][] INFORMATION = information();
    private static final short[][] TENTH = tenth();

    private LinkCurve() {}

    private static int place(int tenth) {
        return Math.clamp(tenth, LOW_TENTH, HIGH_TENTH) - LOW_TENTH;
    }

    static int cqi(int tenth) {
        return CQI[place(tenth)];
    }

    /** SNR in tenths of a decibel at which a tenth of the blocks of a CQI fail. */
    static int thresholdTenth(int cqi) {
        return CQI_TENTH[cqi];
    }

    /**
     * SNR in tenths of a decibel from which on a CQI is reported. There are two modulation and coding schemes for each
     * CQI and blocks are sent with the lower one, but a UE reports the CQI only when it can decode the upper one: half
     * a step more. The highest CQI has one scheme.
     */
    static int reportTenth(int cqi) {
        return cqi == 0 || cqi == LteTables.MAX_CQI ? CQI_TENTH[cqi] : (CQI_TENTH[cqi] + CQI_TENTH[cqi + 1]) / 2;
    }

    /** QPSK, 16-QAM or 64-QAM: 0, 1 or 2. */
    static int modulation(int cqi) {
        return cqi <= 6 ? 0 : cqi <= 9 ? 1 : 2;
    }

    /** Mutual information of a coded bit, 0..1. */
    static float information(int modulation, int tenth) {
        return INFORMATION[modulation][place(tenth)];
    }

    /** SNR with which a modulation carries so much, in tenths of a decibel; what is beyond 1 counts as 1. */
    static int tenth(int modulation, double information) {
        return TENTH[modulation][(int) Math.min(INFORMATION_STEPS, information * INFORMATION_STEPS)];
    }

    private static byte[] cqi() {
        byte[] table = new byte[HIGH_TENTH - LOW_TENTH + 1];
        for (int i = 0; i < table.length; i++) {
            for (int cqi = 1; cqi < CQI_TENTH.length; cqi++) {
                if (reportTenth(cqi) <= i + LOW_TENTH) {
                    table[i] = (byte) cqi;
                }
            }
        }
        return table;
    }

    private static float[][] information() {
        float[][] table = new float[MODULATIONS][HIGH_TENTH - LOW_TENTH + 1];
        for (int i = 0; i < HIGH_TENTH - LOW_TENTH + 1; i++) {
            double amplitude = StrictMath.pow(10, (i + LOW_TENTH) / 200.0);
            table[0][i] = (float) j(2 * amplitude);
            table[1][i] = (float) (j(0.8 * amplitude) / 2 + j(2.17 * amplitude) / 4 + j(0.965 * amplitude) / 4);
            table[2][i] = (float) ((j(1.47 * amplitude) + j(0.529 * amplitude) + j(0.366 * amplitude)) / 3);
        }
        return table;
    }

    private static double j(double deviation) {
        return StrictMath.pow(1 - StrictMath.pow(2, -0.3073 * StrictMath.pow(deviation, 2 * 0.8935)), 1.1064);
    }

    private static short[][] tenth() {
        short[][] table = new short[MODULATIONS][INFORMATION_STEPS + 1];
        for (int modulation = 0; modulation < MODULATIONS; modulation++) {
            int at = 0;
            for (int i = 0; i <= INFORMATION_STEPS; i++) {
                while (at < HIGH_TENTH - LOW_TENTH && INFORMATION[modulation][at] < i / (double) INFORMATION_STEPS) {
                    at++;
                }
                table[modulation][i] = (short) (at + LOW_TENTH);
            }
        }
        return table;
    }
}
