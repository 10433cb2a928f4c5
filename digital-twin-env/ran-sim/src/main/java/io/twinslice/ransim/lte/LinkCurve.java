package io.twinslice.ransim.lte;

/**
 * What an LTE link does at an SNR, on a grid of 0.1 dB: CQI at 10 % block errors, spectral efficiency as a measure to
 * average over, and the share of blocks that fail.
 *
 * <p>Thresholds are those of open link-level tables for blocks of 500 bits (BLER = Q((SNR - μ)/s)).
 */
final class LinkCurve {
    static final int LOW_TENTH = -300;
    static final int HIGH_TENTH = 600;

    /** SNR in tenths of a decibel at which each CQI reaches 10 % block errors; CQI 0 is out of range. */
    private static final int[] CQI_TENTH = {-1000, -80, -60, -37, -13, 9, 27, 43, 63, 83, 96, 117, 138, 159, 179, 193};

    private static final double EFFICIENCY_STEP = 0.01;
    private static final double MOST_EFFICIENCY = 20;
    private static final byte[] CQI = cqi();
    private static final float[] EFFICIENCY = efficiency();
    private static final short[] TENTH = tenth();

    private LinkCurve() {}

    private static int place(int tenth) {
        return Math.clamp(tenth, LOW_TENTH, HIGH_TENTH) - LOW_TENTH;
    }

    static int cqi(int tenth) {
        return CQI[place(tenth)];
    }

    /** SNR in tenths of a decibel at which a CQI begins. */
    static int thresholdTenth(int cqi) {
        return CQI_TENTH[cqi];
    }

    static float efficiency(int tenth) {
        return EFFICIENCY[place(tenth)];
    }

    /** SNR of an efficiency, in tenths of a decibel. */
    static int tenth(double efficiency) {
        return TENTH[(int) Math.min(TENTH.length - 1.0, efficiency / EFFICIENCY_STEP)];
    }

    private static byte[] cqi() {
        byte[] table = new byte[HIGH_TENTH - LOW_TENTH + 1];
        for (int i = 0; i < table.length; i++) {
            for (int cqi = 1; cqi < CQI_TENTH.length; cqi++) {
                if (CQI_TENTH[cqi] <= i + LOW_TENTH) {
                    table[i] = (byte) cqi;
                }
            }
        }
        return table;
    }

    private static float[] efficiency() {
        float[] table = new float[HIGH_TENTH - LOW_TENTH + 1];
        for (int i = 0; i < table.length; i++) {
            double snr = StrictMath.pow(10, (i + LOW_TENTH) / 100.0);
            table[i] = (float) (StrictMath.log(1 + snr) / StrictMath.log(2));
        }
        return table;
    }

    private static short[] tenth() {
        short[] table = new short[(int) (MOST_EFFICIENCY / EFFICIENCY_STEP) + 1];
        for (int i = 0; i < table.length; i++) {
            double snr = StrictMath.pow(2, (i + 0.5) * EFFICIENCY_STEP) - 1;
            table[i] = (short) Math.rint(100 * StrictMath.log10(snr));
        }
        return table;
    }
}
