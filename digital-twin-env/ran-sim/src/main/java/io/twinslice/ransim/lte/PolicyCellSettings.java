package io.twinslice.ransim.lte;

/**
 * What a {@link PolicyCell} leaves open.
 *
 * @param cqiDelayMillis age of the CQI that a decision rests on, 1..50
 * @param slopeDb how gently block errors fall with SNR, 0.05..3 dB
 * @param worstCqi how far the CQI of a block is that of its worst group (1) or the mean of its groups (0)
 * @param marginDb by how much blocks decode better (above 0) or worse than the CQI promises, -5..5
 * @param pipelineMillis from the TTI of a block to its delivery, 1..10
 * @param controlSnrDb SNR over the whole carrier at which a UE misses half of its assignments, -30..30
 * @param fairMillis memory of proportional fairness, 1..10000
 */
public record PolicyCellSettings(
        double cqiDelayMillis,
        double slopeDb,
        double worstCqi,
        double marginDb,
        double pipelineMillis,
        double controlSnrDb,
        double fairMillis) {
    /** How many numbers there are. */
    public static final int DIMENSIONS = 7;

    public PolicyCellSettings {
        check("cqiDelayMillis", cqiDelayMillis, 1, 50);
        check("slopeDb", slopeDb, 0.05, 3);
        check("worstCqi", worstCqi, 0, 1);
        check("marginDb", marginDb, -5, 5);
        check("pipelineMillis", pipelineMillis, 1, 10);
        check("controlSnrDb", controlSnrDb, -30, 30);
        check("fairMillis", fairMillis, 1, 10_000);
    }

    private static void check(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be " + low + ".." + high + ", not " + value);
        }
    }
}
