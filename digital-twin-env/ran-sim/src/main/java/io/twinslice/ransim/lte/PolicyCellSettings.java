package io.twinslice.ransim.lte;

/**
 * What a {@link PolicyCell} leaves open.
 *
 * @param cqiDelayMillis age of the CQI that a decision rests on, 1..50
 * @param slopeDb how gently block errors fall with SNR, 0.05..3 dB
 * @param pipelineMillis from the TTI of a block to its delivery, 1..10
 * @param controlSnrDb SNR over the whole carrier at which a UE misses half of its assignments, -30..30
 */
public record PolicyCellSettings(double cqiDelayMillis, double slopeDb, double pipelineMillis, double controlSnrDb) {
    public PolicyCellSettings {
        check("cqiDelayMillis", cqiDelayMillis, 1, 50);
        check("slopeDb", slopeDb, 0.05, 3);
        check("pipelineMillis", pipelineMillis, 1, 10);
        check("controlSnrDb", controlSnrDb, -30, 30);
    }

    private static void check(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be " + low + ".." + high + ", not " + value);
        }
    }
}
