package io.twinslice.ransim.lte;

/**
 * How often a UE reports each wideband CQI: the highest whose modulation carries enough over all groups together, over
 * a fading trace and for mean SNRs from {@value #LOWEST_DB} to {@value #HIGHEST_DB} dB. Immutable.
 */
public final class WidebandCqi {
    /** Lowest mean SNR that is tabulated. */
    public static final int LOWEST_DB = -12;

    /** Highest mean SNR that is tabulated. */
    public static final int HIGHEST_DB = 48;

    /** Steps per decibel. */
    public static final int PER_DB = 4;

    private static final int LEVELS = LteTables.MAX_CQI + 1;
    private static final int SAMPLE_MILLIS = 10;

    private final double[][] shares;

    /** Tabulates a fading trace. */
    public WidebandCqi(Fading fading) {
        shares = new double[(HIGHEST_DB - LOWEST_DB) * PER_DB + 1][LEVELS];
        for (int step = 0; step < shares.length; step++) {
            int mean = 10 * LOWEST_DB + 10 * step / PER_DB;
            int samples = 0;
            for (int ms = 0; ms < fading.millis(); ms += SAMPLE_MILLIS) {
                shares[step][cqi(fading, ms, mean)]++;
                samples++;
            }
            for (int cqi = 0; cqi < LEVELS; cqi++) {
                shares[step][cqi] /= samples;
            }
        }
    }

    private static int cqi(Fading fading, int ms, int meanTenth) {
        int modulation = -1;
        int effective = 0;
        for (int cqi = 1; cqi <= LteTables.MAX_CQI; cqi++) {
            if (LinkCurve.modulation(cqi) != modulation) {
                modulation = LinkCurve.modulation(cqi);
                double information = 0;
                for (int group = 0; group < Fading.GROUPS; group++) {
                    information += LinkCurve.information(modulation, meanTenth + fading.gainTenth(ms, group));
                }
                effective = LinkCurve.tenth(modulation, information / Fading.GROUPS);
            }
            if (effective < LinkCurve.reportTenth(cqi)) {
                return cqi - 1;
            }
        }
        return LteTables.MAX_CQI;
    }

    /** How many mean SNRs are tabulated. */
    public int steps() {
        return shares.length;
    }

    /** The mean SNR of a step in dB. */
    public static double snrDb(int step) {
        return LOWEST_DB + step / (double) PER_DB;
    }

    /** Share of reports with a CQI. */
    public double share(int step, int cqi) {
        return shares[step][cqi];
    }
}
