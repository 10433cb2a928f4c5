package io.twinslice.model;

import java.util.List;

/**
 * All that a policy may know when it decides: one report window of one cell.
 *
 * @param windowEndMillis end of the window, in the RAN's time
 * @param windowMillis length of the window, at least 1
 * @param prbCount PRBs of the cell, 1..275
 * @param twins the twins, in the order of the slices
 * @param reports one report for each twin
 * @param inForce the plan that was in force during the window
 */
public record TwinSnapshot(
        long windowEndMillis,
        int windowMillis,
        int prbCount,
        List<TwinProfile> twins,
        List<SliceReport> reports,
        QuotaPlan inForce) {
    public TwinSnapshot {
        twins = List.copyOf(twins);
        reports = List.copyOf(reports);
        if (windowMillis < 1) {
            throw new IllegalArgumentException("windowMillis must be at least 1, not " + windowMillis);
        }
        if (prbCount < 1 || prbCount > 275) {
            throw new IllegalArgumentException("prbCount must be 1..275, not " + prbCount);
        }
        if (twins.size() != reports.size() || twins.size() != inForce.slices()) {
            throw new IllegalArgumentException(twins.size() + " twins, " + reports.size() + " reports and "
                    + inForce.slices() + " quotas do not belong together");
        }
    }

    public int slices() {
        return twins.size();
    }

    /** Whether the window broke the promise of the twin at this index. */
    public boolean isBroken(int twin) {
        return twins.get(twin).sla().isBrokenBy(reports.get(twin), windowMillis);
    }
}
