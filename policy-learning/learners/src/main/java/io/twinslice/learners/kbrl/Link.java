package io.twinslice.learners.kbrl;

/**
 * What a PRB carries and whether it arrives: 26 modulation and coding schemes, their error curves, and the effective
 * SNR by mutual information.
 */
final class Link {
    /** Symbols of a PRB in a slot that carry data. */
    static final double SYMBOLS = 158;

    private static final double[] RATE = {
        0.2, 0.25, 1.0 / 3, 0.4, 0.5, 0.6, 2.0 / 3, 0.75, 0.4, 0.45, 0.5, 0.55, 0.6, 2.0 / 3, 0.75, 0.8, 5.0 / 6, 0.6,
        0.625, 2.0 / 3, 17.0 / 24, 0.75, 0.8, 5.0 / 6, 0.875, 0.9
    };
    private static final double[] REFERENCE = {
        -2.7, -1.3, -0.8, -0.2, 1.3, 2.7, 3.4, 4.6, 5.3, 6.2, 6.8, 7.8, 8.7, 9.3, 10.7, 11.2, 12.2, 13.6, 14.0, 14.5,
        15.4, 16.3, 16.8, 17.8, 18.6, 19.2
    };
    private static final int FIRST_16QAM = 8;
    private static final int FIRST_64QAM = 17;
    private static final double STEEPNESS = 8;
    private static final double SHIFT = 0.9;
    private static final double WANTED = 0.9;

    /** Mutual information of QPSK, 16QAM and 64QAM: middle in dB, and slope. */
    private static final double[] MIDDLE = {-0.2504, 5.1244, 9.1696};

    private static final double[] SLOPE = {0.31592, 0.25423, 0.22298};

    private static final int LEAST_DB = -80;
    private static final int MOST_DB = 80;
    private static final int STEPS_PER_DB = 64;

    /** Mutual information by modulation and SNR. */
    private static final float[][] INFORMATION = new float[3][(MOST_DB - LEAST_DB) * STEPS_PER_DB + 1];

    /** By estimated SNR in whole dB: the scheme whose rate, and the one whose error curve is used. */
    private static final int[] RATE_OF = new int[MOST_DB - LEAST_DB + 1];

    private static final int[] CURVE_OF = new int[MOST_DB - LEAST_DB + 1];

    static {
        for (int modulation = 0; modulation < 3; modulation++) {
            for (int i = 0; i < INFORMATION[modulation].length; i++) {
                double snr = LEAST_DB + (double) i / STEPS_PER_DB;
                INFORMATION[modulation][i] = (float) sigmoid(SLOPE[modulation] * (snr - MIDDLE[modulation]));
            }
        }
        for (int snr = LEAST_DB; snr <= MOST_DB; snr++) {
            int scheme = 0;
            while (scheme < RATE.length && reception(scheme, snr) >= WANTED) {
                scheme++;
            }
            // The published environment takes the rate of the first scheme that fails, and the error curve of the one
            // before it. That is kept, or the figures could not be compared.
            RATE_OF[snr - LEAST_DB] = Math.min(scheme, RATE.length - 1);
            CURVE_OF[snr - LEAST_DB] = Math.max(0, scheme - 1);
        }
    }

    private Link() {}

    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Probability that a transmission of this scheme arrives at this effective SNR. */
    static double reception(int scheme, double snr) {
        return sigmoid(STEEPNESS * (snr - REFERENCE[scheme]) - SHIFT);
    }

    /** Bits that a PRB is filled with in a slot when this is the estimated SNR, dB. */
    static double bitsPerPrb(int estimate) {
        int scheme = RATE_OF[clamped(estimate) - LEAST_DB];
        return SYMBOLS * bitsPerSymbol(scheme) * RATE[scheme];
    }

    /** The scheme whose error curve counts at this estimated SNR, dB. */
    static int curve(int estimate) {
        return CURVE_OF[clamped(estimate) - LEAST_DB];
    }

    private static int clamped(int snr) {
        return Math.clamp(snr, LEAST_DB, MOST_DB);
    }

    private static int modulation(int scheme) {
        return scheme < FIRST_16QAM ? 0 : scheme < FIRST_64QAM ? 1 : 2;
    }

    private static int bitsPerSymbol(int scheme) {
        return 2 * (modulation(scheme) + 1);
    }

    /**
     * The effective SNR of a transmission.
     *
     * @param nominal SINR without fading, dB
     * @param gains fading, of which {@code count} from PRB {@code first} on in the row that begins at {@code row} count
     */
    static double effective(int scheme, double nominal, float[] gains, int row, int first, int count) {
        int modulation = modulation(scheme);
        float[] table = INFORMATION[modulation];
        int most = table.length - 1;
        double offset = (nominal - LEAST_DB) * STEPS_PER_DB + 0.5;
        double sum = 0;
        for (int prb = first; prb < first + count; prb++) {
            int column = prb < Fading.PRBS ? prb : prb - Fading.PRBS;
            int step = (int) (offset + STEPS_PER_DB * gains[row + column]);
            sum += table[Math.clamp(step, 0, most)];
        }
        double information = sum / count;
        return MIDDLE[modulation] + StrictMath.log(information / (1 - information)) / SLOPE[modulation];
    }
}
