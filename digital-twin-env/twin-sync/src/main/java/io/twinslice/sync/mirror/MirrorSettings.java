package io.twinslice.sync.mirror;

/**
 * How a mirror works.
 *
 * @param patienceMillis how long after its end a window's report is waited for, 0..60000
 * @param particles of each twin, 64..65536
 * @param volumeStepKbit step that volumes are reported in, 1..100000
 * @param cqiStepTenth step that CQI is reported in, in tenths, 1..50
 * @param coverage share of the forecasts' intervals that are to hold, above 0 and below 1
 * @param seed everything random follows from it
 */
public record MirrorSettings(
        int patienceMillis, int particles, int volumeStepKbit, int cqiStepTenth, double coverage, long seed) {
    public MirrorSettings {
        if (patienceMillis < 0 || patienceMillis > 60_000) {
            throw new IllegalArgumentException("patienceMillis must be 0..60000, not " + patienceMillis);
        }
        if (particles < 64 || particles > 65_536) {
            throw new IllegalArgumentException("particles must be 64..65536, not " + particles);
        }
        if (volumeStepKbit < 1 || volumeStepKbit > 100_000 || cqiStepTenth < 1 || cqiStepTenth > 50) {
            throw new IllegalArgumentException(
                    "steps must be 1..100000 kbit and 1..50 tenths, not " + volumeStepKbit + " and " + cqiStepTenth);
        }
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("coverage must be above 0 and below 1, not " + coverage);
        }
    }

    /** For reports of this quality: 512 particles, intervals of 90 %, and patience for the latest report. */
    public static MirrorSettings of(ReportQuality quality, long seed) {
        int latest = quality.delayMillis() + quality.jitterMillis();
        return new MirrorSettings(
                Math.min(60_000, latest), 512, quality.volumeStepKbit(), quality.cqiStepTenth(), 0.9, seed);
    }
}
