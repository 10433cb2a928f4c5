package io.twinslice.model;

/**
 * The one PRB allocator: four passes, once per slot (dedicated floor, guarantee, weighted share, lending).
 *
 * <p>Used by the simulator, the shield and the E2 node alike. Not thread-safe: one instance per cell; a call allocates
 * nothing. A slice's limits are D for its dedicated ratio, M for its minimum and X for its maximum, in whole PRBs.
 * There are two ways to make whole PRBs of ratios of N PRBs:
 *
 * <ul>
 *   <li>{@link #allocate(int[], int[])} rounds alike in every slot: D = ⌊dedicated·N/100⌋; M by largest remainder of
 *       min·N/100 to the total ⌊Σ min·N/100⌋; X = max(M, ⌊max·N/100⌋).
 *   <li>{@link #allocate(long, int[], int[])} carries what rounding leaves over to other slots: each limit is rounded
 *       down in some slots and up in the others, so that in any {@value #CREDIT_SLOTS} slots in a row it amounts to the
 *       ratio exactly, as a scheduler with credits has it.
 * </ul>
 *
 * <p>In both, D ≤ M ≤ X and Σ M ≤ N. Guaranteed for any input: Σ grant ≤ N; grant ≥ D; grant ≤ max(D, min(X, demand));
 * demand ≥ M implies grant ≥ M; an idle dedicated unit is never lent; if a slice below its ceiling still wants more, no
 * other unit is idle.
 */
public final class PrbAllocator {
    /** Slots in which the limits with credit amount to the ratios exactly. */
    public static final int CREDIT_SLOTS = 100;

    /** Has no divisor in common with 100, and is 100 divided in the golden ratio: neighbouring slots differ most. */
    private static final int CREDIT_STEP = 61;

    private static final int MAX_PRBS = 100_000;

    private final int prbCount;
    private final int slices;
    private final Limits whole;
    private final Limits inSlot;
    private final int[] weight;
    private final int[] want;
    private final int[] give;
    private final int[] remainder;

    /** In 1/100 PRB: the ratios, and the sum of the minima of the slices before. */
    private final Limits hundredths;

    private final int[] minBefore;

    /** Three limits of each slice. */
    private record Limits(int[] dedicated, int[] min, int[] max) {
        private Limits(int slices) {
            this(new int[slices], new int[slices], new int[slices]);
        }
    }

    /**
     * @param prbCount PRBs (or RBGs) of the cell, 1..100000
     * @param slices number of slices, at least 1
     */
    public PrbAllocator(int prbCount, int slices) {
        if (prbCount < 1 || prbCount > MAX_PRBS || slices < 1) {
            throw new IllegalArgumentException(
                    "needs 1.." + MAX_PRBS + " PRBs and at least one slice, not " + prbCount + "/" + slices);
        }
        this.prbCount = prbCount;
        this.slices = slices;
        whole = new Limits(slices);
        inSlot = new Limits(slices);
        hundredths = new Limits(slices);
        minBefore = new int[slices];
        weight = new int[slices];
        want = new int[slices];
        give = new int[slices];
        remainder = new int[slices];
        apply(QuotaPlan.unsliced(slices));
    }

    /** Puts a plan in force. The share of what nobody is guaranteed is split by 1 + minPercent. */
    public void apply(QuotaPlan plan) {
        if (plan.slices() != slices) {
            throw new IllegalArgumentException("a plan of " + plan.slices() + " slices for a cell of " + slices);
        }
        int sumOfMin = 0;
        for (int i = 0; i < slices; i++) {
            PrbQuota quota = plan.quota(i);
            minBefore[i] = sumOfMin * prbCount % 100;
            sumOfMin += quota.minPercent();
            hundredths.dedicated[i] = quota.dedicatedPercent() * prbCount;
            hundredths.min[i] = quota.minPercent() * prbCount;
            hundredths.max[i] = quota.maxPercent() * prbCount;
            inSlot.dedicated[i] = 0;
            weight[i] = 1 + quota.minPercent();
        }
        int left = sumOfMin * prbCount / 100;
        for (int i = 0; i < slices; i++) {
            whole.dedicated[i] = hundredths.dedicated[i] / 100;
            whole.min[i] = hundredths.min[i] / 100;
            remainder[i] = hundredths.min[i] % 100;
            left -= whole.min[i];
        }
        for (; left > 0; left--) {
            int best = largestRemainder();
            whole.min[best]++;
            remainder[best] = -1;
        }
        for (int i = 0; i < slices; i++) {
            whole.max[i] = Math.max(whole.min[i], hundredths.max[i] / 100);
        }
    }

    /**
     * Divides a slot by limits that are the same in every slot.
     *
     * @param demand PRBs that each slice can use now, at least 0
     * @param grant receives the PRBs of each slice; idle dedicated units are included
     * @return PRBs granted in all
     */
    public int allocate(int[] demand, int[] grant) {
        return divide(whole, demand, grant);
    }

    /**
     * Divides a slot by limits whose roundings cancel out over {@value #CREDIT_SLOTS} slots. A function of the plan,
     * the slot and the demand alone: nothing is remembered from slot to slot.
     *
     * @param slot number of the slot, at least 0
     * @param demand PRBs that each slice can use now, at least 0
     * @param grant receives the PRBs of each slice; idle dedicated units are included
     * @return PRBs granted in all
     */
    public int allocate(long slot, int[] demand, int[] grant) {
        int phase = (int) (slot % CREDIT_SLOTS) * CREDIT_STEP % CREDIT_SLOTS;
        int sum = 0;
        for (int i = 0; i < slices; i++) {
            int units = 0;
            if (demand[i] > 0) {
                inSlot.max[i] = (hundredths.max[i] + carried(i, phase)) / 100;
                units = Math.min(inSlot.max[i], demand[i]);
            }
            if (hundredths.dedicated[i] > 0) {
                inSlot.dedicated[i] = (hundredths.dedicated[i] + carried(i, phase)) / 100;
                units = Math.max(inSlot.dedicated[i], units);
            }
            grant[i] = units;
            sum += units;
        }
        if (sum <= prbCount) {
            return sum;
        }
        for (int i = 0; i < slices; i++) {
            inSlot.min[i] = (hundredths.min[i] + carried(i, phase)) / 100;
        }
        return ration(inSlot, demand, grant);
    }

    /**
     * What a slice has over from other slots, in 1/100 PRB. The minima lie end to end on a scale whose marks are whole
     * PRBs, shifted by the slot's phase: a slice has as many units as there are marks on its part, so that the parts
     * together never have more than N.
     */
    private int carried(int slice, int phase) {
        int carried = minBefore[slice] + phase;
        return carried >= 100 ? carried - 100 : carried;
    }

    private int divide(Limits limits, int[] demand, int[] grant) {
        int sum = 0;
        for (int i = 0; i < slices; i++) {
            grant[i] = Math.max(limits.dedicated[i], Math.min(limits.max[i], demand[i]));
            sum += grant[i];
        }
        // Lending goes on until every wish is met or nothing is left: there is nothing to divide when all of it fits.
        return sum <= prbCount ? sum : ration(limits, demand, grant);
    }

    private int ration(Limits limits, int[] demand, int[] grant) {
        int left = prbCount;
        for (int i = 0; i < slices; i++) {
            grant[i] = Math.max(limits.dedicated[i], Math.min(limits.min[i], demand[i]));
            left -= grant[i];
        }
        boolean someoneWants = left > 0;
        while (someoneWants) {
            someoneWants = share(left, limits.max, demand, grant);
            left = prbCount;
            for (int i = 0; i < slices; i++) {
                left -= grant[i];
            }
            someoneWants &= left > 0;
        }
        return prbCount - left;
    }

    /** One weighted round over the slices with unmet demand below their ceiling; false when nobody could take any. */
    private boolean share(int units, int[] max, int[] demand, int[] grant) {
        int weights = 0;
        for (int i = 0; i < slices; i++) {
            want[i] = Math.max(0, Math.min(max[i], demand[i]) - grant[i]);
            weights += want[i] > 0 ? weight[i] : 0;
        }
        if (weights == 0) {
            return false;
        }
        int rest = units;
        for (int i = 0; i < slices; i++) {
            give[i] = 0;
            remainder[i] = -1;
            if (want[i] > 0) {
                int product = units * weight[i];
                give[i] = product / weights;
                remainder[i] = product - give[i] * weights;
                rest -= give[i];
            }
        }
        for (; rest > 0; rest--) {
            int best = largestRemainder();
            if (remainder[best] < 0) {
                break;
            }
            give[best]++;
            remainder[best] = -1;
        }
        boolean any = false;
        for (int i = 0; i < slices; i++) {
            int taken = Math.min(give[i], want[i]);
            grant[i] += taken;
            any |= taken > 0;
        }
        return any;
    }

    private int largestRemainder() {
        int best = 0;
        for (int i = 1; i < slices; i++) {
            if (remainder[i] > remainder[best]) {
                best = i;
            }
        }
        return best;
    }
}
