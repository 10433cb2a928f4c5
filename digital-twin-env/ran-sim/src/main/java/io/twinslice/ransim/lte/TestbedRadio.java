package io.twinslice.ransim.lte;

/**
 * The radio of a {@link TestbedCell} in ten numbers. Every UE reports a CQI each 40 ms. It varies slowly about a mean
 * of its own; now and then reports are bad for a while, more often at some UEs than at others.
 *
 * @param cqiMean mean CQI over UEs and time, before it is limited to 1..15
 * @param runSpread standard deviation of what the UEs of one cell share
 * @param ueSpread standard deviation between the UEs of a cell
 * @param drift standard deviation of the slow variation of one UE
 * @param noise standard deviation from report to report
 * @param badLog natural logarithm of the median share of bad reports
 * @param badSpread standard deviation of that logarithm between UEs
 * @param badReports mean number of bad reports in a row, at least 1
 * @param badCqi CQI of a bad report, 0..15; a fraction means a mixture of its neighbours
 * @param steadier how much smaller that logarithm is for slice 0
 */
public record TestbedRadio(
        double cqiMean,
        double runSpread,
        double ueSpread,
        double drift,
        double noise,
        double badLog,
        double badSpread,
        double badReports,
        double badCqi,
        double steadier) {
    /** How many numbers there are. */
    public static final int DIMENSIONS = 10;

    public TestbedRadio {
        check("cqiMean", cqiMean, 0, 25);
        check("runSpread", runSpread, 0, 10);
        check("ueSpread", ueSpread, 0, 10);
        check("drift", drift, 0, 10);
        check("noise", noise, 0, 10);
        check("badLog", badLog, -15, 0);
        check("badSpread", badSpread, 0, 5);
        check("badReports", badReports, 1, 1000);
        check("badCqi", badCqi, 0, LteTables.MAX_CQI);
        check("steadier", steadier, -10, 10);
    }

    private static void check(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be " + low + ".." + high + ", not " + value);
        }
    }
}
