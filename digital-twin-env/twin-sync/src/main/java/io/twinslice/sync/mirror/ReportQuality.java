package io.twinslice.sync.mirror;

/**
 * What becomes of KPM reports on their way.
 *
 * @param loss share of the reports that never arrive, 0..0.95
 * @param delayMillis how late every report is, 0..60000
 * @param jitterMillis further delay of a report, uniform up to this; more than a window reorders. 0..60000
 * @param duplicates share of the reports that arrive twice, 0..0.95
 * @param volumeStepKbit volumes are rounded to multiples of this, 1..100000
 * @param cqiStepTenth CQI is rounded to multiples of this, in tenths, 1..50
 */
public record ReportQuality(
        double loss, int delayMillis, int jitterMillis, double duplicates, int volumeStepKbit, int cqiStepTenth) {
    /** Everything arrives at once, as fine as the cell counts it. */
    public static final ReportQuality PERFECT = new ReportQuality(0, 0, 0, 0, 1, 1);

    /** A fifth lost, a window late and out of order, some twice, volumes in 4 kbit and CQI in halves. */
    public static final ReportQuality POOR = new ReportQuality(0.2, 100, 250, 0.05, 4, 5);

    public ReportQuality {
        if (!(loss >= 0 && loss <= 0.95) || !(duplicates >= 0 && duplicates <= 0.95)) {
            throw new IllegalArgumentException(
                    "loss and duplicates must be 0..0.95, not " + loss + " and " + duplicates);
        }
        require("delayMillis", delayMillis, 0, 60_000);
        require("jitterMillis", jitterMillis, 0, 60_000);
        require("volumeStepKbit", volumeStepKbit, 1, 100_000);
        require("cqiStepTenth", cqiStepTenth, 1, 50);
    }

    private static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be " + low + ".." + high + ", not " + value);
        }
    }
}
