package io.twinslice.ransim;

import java.util.ArrayList;
import java.util.List;

/**
 * A stay of one UE in the cell. A UE that has stays is attached during them and absent otherwise; a UE without any is
 * always attached. Stays of one UE may touch and overlap.
 *
 * <p>An absent UE is sent nothing, counts in no report, and its age of information stands still. What waits for it when
 * it leaves goes with it and counts neither as delivered nor as late. It comes back with fresh state and with the outer
 * loop at its start.
 *
 * @param twin index of the twin
 * @param ue which of the twin's UEs, from 0
 * @param fromMillis when it attaches, in the RAN's time; 0 means that it is there from the start
 * @param untilMillis when it detaches, after {@code fromMillis}; {@link #FOR_EVER} for never
 */
public record Presence(int twin, int ue, long fromMillis, long untilMillis) {
    /** The value of {@code untilMillis} that means that the UE stays. */
    public static final long FOR_EVER = Long.MAX_VALUE / 1000;

    public Presence {
        if (twin < 0 || ue < 0) {
            throw new IllegalArgumentException("twin and ue must be indices, not " + twin + " and " + ue);
        }
        if (fromMillis < 0 || untilMillis <= fromMillis || untilMillis > FOR_EVER) {
            throw new IllegalArgumentException(
                    "a stay needs 0 <= from < until, not " + fromMillis + ".." + untilMillis);
        }
    }

    /**
     * UEs that attach one after the other, evenly over a time, and stay: a join storm.
     *
     * @param firstUe the first of them
     * @param count how many, at least 1
     * @param fromMillis when the first attaches
     * @param overMillis time over which they attach, at least 0
     */
    public static List<Presence> joining(int twin, int firstUe, int count, long fromMillis, long overMillis) {
        Range.require("count", count, 1, TwinParameters.MAX_UES);
        Range.require("overMillis", (double) overMillis, 0, 1e12);
        List<Presence> stays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stays.add(new Presence(twin, firstUe + i, fromMillis + overMillis * i / count, FOR_EVER));
        }
        return stays;
    }

    /**
     * UEs that pass through the cell in a row: a platoon.
     *
     * @param firstUe the one at the head
     * @param count how many, at least 1
     * @param fromMillis when the head enters
     * @param headwayMillis time between two of them, at least 0
     * @param stayMillis how long each is in the cell, at least 1
     */
    public static List<Presence> passing(
            int twin, int firstUe, int count, long fromMillis, long headwayMillis, long stayMillis) {
        Range.require("count", count, 1, TwinParameters.MAX_UES);
        Range.require("headwayMillis", (double) headwayMillis, 0, 1e9);
        Range.require("stayMillis", (double) stayMillis, 1, 1e12);
        List<Presence> stays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long from = fromMillis + headwayMillis * i;
            stays.add(new Presence(twin, firstUe + i, from, from + stayMillis));
        }
        return stays;
    }
}
