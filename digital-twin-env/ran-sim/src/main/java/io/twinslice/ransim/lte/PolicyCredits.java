package io.twinslice.ransim.lte;

import java.util.Arrays;
import java.util.List;

/**
 * What the quotas of the slices allow in a TTI, in PRBs. Resource block groups are coarser than a quota, so that what a
 * slice was not given for want of a whole group is carried over to the next TTI.
 */
final class PolicyCredits {
    private final double usable;
    private final double[] dedicated;
    private final double[] min;
    private final double[] max;
    private final double[] reserve;
    private final double[] guarantee;
    private final double[] ceiling;

    PolicyCredits(int slices, int usable) {
        this.usable = usable;
        dedicated = new double[slices];
        min = new double[slices];
        max = new double[slices];
        reserve = new double[slices];
        guarantee = new double[slices];
        ceiling = new double[slices];
        Arrays.fill(max, usable);
    }

    void apply(List<PolicyQuota> quotas) {
        for (int slice = 0; slice < quotas.size(); slice++) {
            PolicyQuota quota = quotas.get(slice);
            dedicated[slice] = quota.dedicated() * usable;
            min[slice] = quota.min() * usable;
            max[slice] = quota.max() * usable;
            reserve[slice] = 0;
            guarantee[slice] = 0;
            ceiling[slice] = 0;
        }
    }

    /** A TTI begins: less than one group is carried over, so that nobody saves up. */
    void tick() {
        for (int slice = 0; slice < max.length; slice++) {
            reserve[slice] = Math.max(0, reserve[slice]) % PolicyCell.GROUP_PRBS + dedicated[slice];
            guarantee[slice] = Math.min(guarantee[slice], PolicyCell.GROUP_PRBS) + min[slice];
            ceiling[slice] = Math.min(ceiling[slice], PolicyCell.GROUP_PRBS) + max[slice];
        }
    }

    /** Whether a slice is guaranteed another group. */
    boolean isGuaranteed(int slice) {
        return guarantee[slice] >= PolicyCell.GROUP_PRBS && mayUse(slice);
    }

    /** Whether a slice may use another group. */
    boolean mayUse(int slice) {
        return ceiling[slice] >= PolicyCell.GROUP_PRBS || max[slice] >= usable;
    }

    /** Groups that are kept for slices that did not need them. */
    int reservedGroups() {
        double kept = 0;
        for (double each : reserve) {
            kept += Math.floor(Math.max(0, each) / PolicyCell.GROUP_PRBS);
        }
        return (int) kept;
    }

    /** A slice used PRBs, of its guarantee or borrowed ones. */
    void use(int slice, int prbs, boolean guaranteed) {
        ceiling[slice] -= prbs;
        if (guaranteed) {
            guarantee[slice] -= prbs;
            reserve[slice] -= Math.min(prbs, Math.max(0, reserve[slice]));
        }
    }
}
