package io.twinslice.ransim;

/**
 * Exponential effective SINR mapping: the SNR of a flat channel on which a block fails as often as on one that differs
 * over its PRBs, -β ln(mean exp(-SNR/β)) with linear SNR and β calibrated for each MCS.
 *
 * <p>β of tables 1 and 2 come from an open link simulator; table 3 takes those of the same modulation and rate, and the
 * lowest of QPSK where table 1 has no such rate.
 */
final class Eesm {
    private static final double[] BETA = {
        // Table 1.
        1.60,
        1.61,
        1.63,
        1.65,
        1.67,
        1.70,
        1.73,
        1.76,
        1.79,
        1.82,
        3.97,
        4.27,
        4.71,
        5.16,
        5.66,
        6.16,
        6.50,
        9.95,
        10.97,
        12.92,
        14.96,
        17.06,
        19.33,
        21.85,
        24.51,
        27.14,
        29.94,
        32.05,
        34.28,
        // Table 2.
        1.60,
        1.63,
        1.67,
        1.73,
        1.79,
        4.27,
        4.71,
        5.16,
        5.66,
        6.16,
        6.50,
        10.97,
        12.92,
        14.96,
        17.06,
        19.33,
        21.85,
        24.51,
        27.14,
        29.94,
        56.48,
        65.0,
        78.58,
        92.48,
        106.27,
        118.74,
        126.36,
        132.54,
        // Table 3.
        1.60,
        1.60,
        1.60,
        1.60,
        1.60,
        1.60,
        1.60,
        1.61,
        1.63,
        1.65,
        1.67,
        1.70,
        1.73,
        1.76,
        1.79,
        3.97,
        4.27,
        4.71,
        5.16,
        5.66,
        6.16,
        9.95,
        10.97,
        12.92,
        14.96,
        17.06,
        19.33,
        21.85,
        24.51
    };

    private Eesm() {}

    static double beta(int row) {
        return BETA[row];
    }

    /** Effective SNR in dB of PRBs with these SNRs, for a row of the MCS tables. */
    static double effectiveDb(int row, double... snrDb) {
        double beta = BETA[row];
        // Measured from the lowest, so that no exponential vanishes.
        double lowest = Double.POSITIVE_INFINITY;
        for (double snr : snrDb) {
            lowest = Math.min(lowest, snr);
        }
        double base = linear(lowest);
        double sum = 0;
        for (double snr : snrDb) {
            sum += StrictMath.exp((base - linear(snr)) / beta);
        }
        return 10 * StrictMath.log10(base - beta * StrictMath.log(sum / snrDb.length));
    }

    /** Effective SNR in dB where a share of the PRBs hears this much more or (below 0) less than the rest. */
    static double effectiveOfPartDb(int row, double snrDb, double offsetDb, double share) {
        double beta = BETA[row];
        double rest = linear(snrDb);
        double part = linear(snrDb + offsetDb);
        double base = Math.min(rest, part);
        double mean = share * StrictMath.exp((base - part) / beta) + (1 - share) * StrictMath.exp((base - rest) / beta);
        return 10 * StrictMath.log10(base - beta * StrictMath.log(mean));
    }

    private static double linear(double snrDb) {
        return StrictMath.pow(10, snrDb / 10);
    }
}
