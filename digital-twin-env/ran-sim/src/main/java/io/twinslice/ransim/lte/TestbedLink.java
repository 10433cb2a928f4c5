package io.twinslice.ransim.lte;

/** The CQI of one UE as the cell knows it: one report every {@value #REPORT_MILLIS} ms. */
final class TestbedLink {
    static final int REPORT_MILLIS = 40;

    private static final double DRIFT_SECONDS = 15;
    private static final double KEPT = StrictMath.exp(-REPORT_MILLIS / 1000.0 / DRIFT_SECONDS);
    private static final double RENEWED = StrictMath.sqrt(1 - KEPT * KEPT);

    private final TestbedRadio radio;
    private final Draws draws;
    private final double mean;
    private final double toBad;
    private final double toGood;
    private double drift;
    private boolean bad;
    private int size;
    private int steadySize;

    TestbedLink(TestbedRadio radio, double shared, boolean steadier, Draws draws) {
        this.radio = radio;
        this.draws = draws;
        mean = radio.cqiMean() + shared + radio.ueSpread() * draws.normal();
        double log = radio.badLog() + radio.badSpread() * draws.normal() - (steadier ? radio.steadier() : 0);
        double share = Math.min(0.8, StrictMath.exp(log));
        toGood = 1 / radio.badReports();
        toBad = Math.min(1, toGood * share / (1 - share));
        drift = radio.drift() * draws.normal();
        bad = draws.uniform() < share;
        report();
    }

    /** The next report arrives. */
    void report() {
        drift = KEPT * drift + RENEWED * radio.drift() * draws.normal();
        bad = draws.uniform() < (bad ? 1 - toGood : toBad);
        double cqi = mean + drift + radio.noise() * draws.normal();
        steadySize = LteTables.sizeOfCqi(Math.clamp((int) Math.rint(cqi), 1, LteTables.MAX_CQI));
        size = steadySize;
        if (bad) {
            double mixed = radio.badCqi() + draws.uniform();
            size = Math.min(size, LteTables.sizeOfCqi(Math.clamp((int) mixed, 0, LteTables.MAX_CQI)));
        }
    }

    /** Highest block size index that the last report allows. */
    int size() {
        return size;
    }

    /** The same, but for a link without bad reports. */
    int steadySize() {
        return steadySize;
    }
}
