package io.twinslice.policy;

import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;

/**
 * What a network sees of a snapshot: {@value #PER_SLICE} numbers per slice, their mean over all slices, and
 * {@value #GLOBALS} numbers of the cell.
 *
 * <p>Per slice, each clipped to 0..4 (shares, of the whole cell at the slice's mean CQI):
 *
 * <ol>
 *   <li>share that the offered volume needs
 *   <li>share that the waiting volume needs
 *   <li>age of the oldest waiting packet / deadline
 *   <li>mean delay / deadline
 *   <li>spectral efficiency at the mean CQI / best
 *   <li>spectral efficiency of the worst UE / best
 *   <li>share of late packets / allowed share
 *   <li>mean age of information / limit
 *   <li>share of time above that limit / tolerance
 *   <li>share that the promised rate needs, as far as there is volume for it
 *   <li>minimum ratio in force
 *   <li>window / (window + deadline): how much happens within one decision
 * </ol>
 *
 * <p>Of the cell: total offered share, total waiting share, total minimum ratio, 1 / slices. Numbers are quantised to
 * 1/{@value #SCALE} before they are pooled, so the sums are exact: the order of the slices cannot change a bit, and
 * codes can be stored in two bytes. Any number of slices up to {@value #MAX_SLICES}. Stateless.
 */
public final class Features {
    /** Numbers per slice. */
    public static final int PER_SLICE = 12;

    /** Numbers of the cell. */
    public static final int GLOBALS = 4;

    /** Inputs of a policy network: own, pooled, cell. */
    public static final int INPUTS = 2 * PER_SLICE + GLOBALS;

    /** Quantisation steps in 1. */
    public static final int SCALE = 4096;

    /** Most slices in a cell. */
    public static final int MAX_SLICES = 64;

    private static final int OFFERED = 0;
    private static final int WAITING = 1;
    private static final int MINIMUM = 10;
    private static final int CEILING = 4 * SCALE;

    /** An allowed share of late packets below this counts as this, so that the ratio stays readable. */
    private static final double SMALLEST_ALLOWANCE = 1e-3;

    private Features() {}

    /**
     * Quantises a snapshot.
     *
     * @param codes receives {@value #PER_SLICE} codes per slice, each 0..4·{@value #SCALE}, from index 0
     */
    public static void encode(TwinSnapshot snapshot, short[] codes) {
        checkSlices(snapshot.slices());
        for (int i = 0; i < snapshot.slices(); i++) {
            encodeSlice(snapshot, i, codes);
        }
    }

    private static void encodeSlice(TwinSnapshot snapshot, int slice, short[] codes) {
        SliceReport report = snapshot.reports().get(slice);
        TwinProfile twin = snapshot.twins().get(slice);
        Sla sla = twin.sla();
        double deadlineTenth = 10.0 * sla.deadlineMillis();
        double waitingKbit = (double) report.offeredKbit() + report.bufferedKbit();
        double promisedKbit = Math.min(sla.minKbitPerSecond() * (snapshot.windowMillis() / 1000.0), waitingKbit);
        boolean ages = sla.aoiLimitMillis() != Integer.MAX_VALUE;
        int at = slice * PER_SLICE;
        codes[at + OFFERED] = code(Demand.share(report.offeredKbit(), report, snapshot));
        codes[at + WAITING] = code(Demand.share(report.bufferedKbit(), report, snapshot));
        codes[at + 2] = code(report.headOfLineTenthMillis() / deadlineTenth);
        codes[at + 3] = code(report.meanDelayTenthMillis() / deadlineTenth);
        codes[at + 4] = code(Demand.efficiency(report.cqiMeanTenth()));
        codes[at + 5] = code(Demand.efficiency(report.cqiLowTenth()));
        codes[at + 6] = code(lateRatio(report, sla));
        codes[at + 7] = code(ages ? report.aoiMeanMillis() / (double) sla.aoiLimitMillis() : 0);
        codes[at + 8] = code(ages ? report.aoiOverLimitPermille() / (double) Sla.AOI_TOLERANCE_PERMILLE : 0);
        codes[at + 9] = code(Demand.share(promisedKbit, report, snapshot));
        codes[at + MINIMUM] = code(snapshot.inForce().quota(slice).minPercent() / 100.0);
        codes[at + 11] = code(snapshot.windowMillis() / ((double) snapshot.windowMillis() + sla.deadlineMillis()));
    }

    /** Share of late packets over the allowed share; 0 where lateness was not promised. */
    static double lateRatio(SliceReport report, Sla sla) {
        if (report.packets() == 0 || sla.reliability() == 0) {
            return 0;
        }
        return report.latePackets() / (double) report.packets() / Math.max(SMALLEST_ALLOWANCE, 1 - sla.reliability());
    }

    private static short code(double value) {
        return (short) Math.min(CEILING, Math.round(value * SCALE));
    }

    /**
     * Lays the inputs of the network out, one row of {@value #INPUTS} per slice.
     *
     * @param codes codes of all slices, from {@code codesOffset}
     * @param rows receives the rows, from {@code rowsOffset}
     */
    public static void inputs(short[] codes, int codesOffset, int slices, float[] rows, int rowsOffset) {
        checkSlices(slices);
        for (int f = 0; f < PER_SLICE; f++) {
            int sum = 0;
            for (int i = 0; i < slices; i++) {
                int code = codes[codesOffset + i * PER_SLICE + f];
                rows[rowsOffset + i * INPUTS + f] = code / (float) SCALE;
                sum += code;
            }
            spread(sum / (float) (slices * SCALE), PER_SLICE + f, slices, rows, rowsOffset);
            if (f == OFFERED || f == WAITING) {
                spread(Math.min(CEILING, sum) / (float) SCALE, 2 * PER_SLICE + f, slices, rows, rowsOffset);
            }
            if (f == MINIMUM) {
                spread(sum / (float) SCALE, 2 * PER_SLICE + 2, slices, rows, rowsOffset);
            }
        }
        spread(1f / slices, 2 * PER_SLICE + 3, slices, rows, rowsOffset);
    }

    private static void spread(float value, int column, int slices, float[] rows, int rowsOffset) {
        for (int i = 0; i < slices; i++) {
            rows[rowsOffset + i * INPUTS + column] = value;
        }
    }

    private static void checkSlices(int slices) {
        if (slices < 1 || slices > MAX_SLICES) {
            throw new IllegalArgumentException("a cell has 1.." + MAX_SLICES + " slices, not " + slices);
        }
    }
}
