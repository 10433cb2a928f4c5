package io.twinslice.slicecontrol;

import io.twinslice.model.TwinProfile;
import java.util.List;

/**
 * What the loop needs to know of its cell.
 *
 * @param twins the twins in slice order, with their configured targets
 * @param prbCount PRBs of the cell, 1..275
 * @param windowMillis KPM granularity period
 * @param plmn five or six digits
 * @param rcFunctionId RAN function id of E2SM-RC at the node
 * @param controlDeadlineNanos a control without an answer for this long has timed out
 * @param inboxCapacity messages that may wait; further ones are dropped and counted
 * @param drainLimit messages taken in one tick
 */
public record LoopSettings(
        List<TwinProfile> twins,
        int prbCount,
        int windowMillis,
        String plmn,
        int rcFunctionId,
        long controlDeadlineNanos,
        int inboxCapacity,
        int drainLimit) {
    public LoopSettings {
        twins = List.copyOf(twins);
        if (twins.isEmpty() || controlDeadlineNanos < 1 || inboxCapacity < 1 || drainLimit < 1) {
            throw new IllegalArgumentException("a loop needs at least one twin and positive limits");
        }
    }
}
