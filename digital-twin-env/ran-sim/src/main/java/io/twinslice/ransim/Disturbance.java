package io.twinslice.ransim;

/**
 * Something that happens to a twin, or to the whole cell, for a while. Factors of overlapping disturbances multiply,
 * offsets add.
 *
 * @param startMillis first millisecond, in the RAN's time
 * @param endMillis first millisecond after it
 * @param twin index of the twin, or {@link #CELL}
 * @param loadFactor multiplies the offered load, 0.01..100
 * @param snrOffsetDb added to the SNR, -60..60
 * @param prbFactor share of the cell's PRBs that stays usable, above 0 and at most 1; only a disturbance of the cell
 *     may take PRBs away
 * @param bandShare share of the PRBs that {@code snrOffsetDb} acts on, above 0 and at most 1; below 1 the UEs hear the
 *     effective SNR (EESM) of a carrier whose parts differ
 */
public record Disturbance(
        long startMillis,
        long endMillis,
        int twin,
        double loadFactor,
        double snrOffsetDb,
        double prbFactor,
        double bandShare) {
    /** The value of {@code twin} that means the whole cell. */
    public static final int CELL = -1;

    public Disturbance {
        if (startMillis < 0 || endMillis < startMillis) {
            throw new IllegalArgumentException(
                    "a disturbance needs 0 <= start <= end, not " + startMillis + ".." + endMillis);
        }
        if (twin < CELL) {
            throw new IllegalArgumentException("twin must be an index or -1, not " + twin);
        }
        Range.require("loadFactor", loadFactor, 0.01, 100);
        Range.require("snrOffsetDb", snrOffsetDb, -60, 60);
        Range.require("prbFactor", prbFactor, 0.01, 1);
        Range.require("bandShare", bandShare, 0.01, 1);
        if (twin != CELL && prbFactor != 1) {
            throw new IllegalArgumentException("only a disturbance of the cell may take PRBs away");
        }
    }

    /** A disturbance of the whole band. */
    public Disturbance(
            long startMillis, long endMillis, int twin, double loadFactor, double snrOffsetDb, double prbFactor) {
        this(startMillis, endMillis, twin, loadFactor, snrOffsetDb, prbFactor, 1);
    }

    boolean touches(int index) {
        return twin == CELL || twin == index;
    }
}
