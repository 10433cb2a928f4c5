package io.twinslice.policy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.List;

/**
 * The reward of one window, at most 0.
 *
 * <p>Per slice: − priority·(late share / allowed share + excess of the age of information + share of the promised rate
 * not delivered) − {@value #UNUSED}·(guaranteed but unused PRBs / PRBs) − {@value #CHANGE}·‖plan − previous plan‖₁ with
 * ratios in 0..1. Each of the three brackets is clipped to 0..{@value #CLIP}. The excess of the age is (share of time
 * above the limit / tolerance) − 1 where positive: it is 0 exactly while the 95th percentile of the age meets its
 * limit. A reward shapes learning; what counts for shipping are the broken windows themselves.
 */
public final class Reward {
    /** Weight of PRBs that were guaranteed and not used. */
    public static final double UNUSED = 0.15;

    /** Weight of a change of the plan. */
    public static final double CHANGE = 0.02;

    /** Largest value of a bracket. */
    public static final double CLIP = 4;

    private Reward() {}

    /**
     * The reward of a window for all slices.
     *
     * @param snapshot the window; its plan in force is the action that is judged
     * @param previous the plan before that one; of another number of slices, the change costs nothing
     */
    public static double of(TwinSnapshot snapshot, QuotaPlan previous) {
        double sum = 0;
        for (int i = 0; i < snapshot.slices(); i++) {
            sum += ofSlice(snapshot, i, previous);
        }
        return sum;
    }

    /** The part of one slice; the parts add up to {@link #of}. */
    public static double ofSlice(TwinSnapshot snapshot, int slice, QuotaPlan previous) {
        TwinProfile twin = snapshot.twins().get(slice);
        SliceReport report = snapshot.reports().get(slice);
        Sla sla = twin.sla();
        double late = Features.lateRatio(report, sla);
        double aged = sla.aoiLimitMillis() == Integer.MAX_VALUE
                ? 0
                : report.aoiOverLimitPermille() / (double) Sla.AOI_TOLERANCE_PERMILLE - 1;
        double missing = sla.rateShortfall(report, snapshot.windowMillis());
        double promises = twin.priority() * (clip(late) + clip(aged) + clip(missing));
        PrbQuota quota = snapshot.inForce().quota(slice);
        double unused = Math.max(0, quota.minPercent() / 100.0 - report.prbUsed() / (double) snapshot.prbCount());
        double change = previous.slices() == snapshot.slices() ? distance(quota, previous.quota(slice)) : 0;
        return -promises - UNUSED * unused - CHANGE * change;
    }

    /**
     * A bound that no window of these twins falls below: every bracket at its clip, all reserved and unused, all
     * changed.
     */
    public static double worst(List<TwinProfile> twins) {
        double promises = 0;
        for (TwinProfile twin : twins) {
            promises += 3 * CLIP * twin.priority();
        }
        return -promises - UNUSED - 3 * CHANGE * twins.size();
    }

    private static double distance(PrbQuota a, PrbQuota b) {
        int percent = Math.abs(a.dedicatedPercent() - b.dedicatedPercent())
                + Math.abs(a.minPercent() - b.minPercent())
                + Math.abs(a.maxPercent() - b.maxPercent());
        return percent / 100.0;
    }

    private static double clip(double value) {
        return Math.max(0, Math.min(CLIP, value));
    }
}
