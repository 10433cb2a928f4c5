package io.twinslice.ransim;

import java.util.Arrays;

/** What disturbs the links of each twin just now. */
final class RadioConditions {
    private final double[] offset;
    private final double[] bandOffset;
    private final double[] bandShare;

    RadioConditions(int twins) {
        offset = new double[twins];
        bandOffset = new double[twins];
        bandShare = new double[twins];
    }

    /** A copy that goes on by itself. */
    RadioConditions(RadioConditions other) {
        offset = other.offset.clone();
        bandOffset = other.bandOffset.clone();
        bandShare = other.bandShare.clone();
    }

    void clear() {
        Arrays.fill(offset, 0);
        Arrays.fill(bandOffset, 0);
        Arrays.fill(bandShare, 0);
    }

    /** Adds a disturbance. Of several that hit a part of the band the offsets add, on the largest part of them. */
    void add(int twin, double snrOffsetDb, double share) {
        if (share == 1) {
            offset[twin] += snrOffsetDb;
        } else {
            bandOffset[twin] += snrOffsetDb;
            bandShare[twin] = Math.max(bandShare[twin], share);
        }
    }

    /**
     * Effective SNR of a link that would have this SNR undisturbed.
     *
     * @param table ordinal of the link's {@link LinkTable}
     */
    double snrDb(int twin, double undisturbedDb, int table) {
        double whole = undisturbedDb + offset[twin];
        return bandShare[twin] == 0 ? whole : partlyDisturbed(twin, whole, table);
    }

    private double partlyDisturbed(int twin, double restDb, int table) {
        // A block covers both parts, so its MCS is about the one for their mean.
        int row = LinkTables.rowAt(table, restDb + bandOffset[twin] * bandShare[twin]);
        return Eesm.effectiveOfPartDb(row, restDb, bandOffset[twin], bandShare[twin]);
    }
}
