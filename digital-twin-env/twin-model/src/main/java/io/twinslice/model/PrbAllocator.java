package io.twinslice.model;

/**
 * The one PRB allocator: four passes, once per slot (dedicated floor, guarantee, weighted share, lending).
 *
 * <p>Used by the simulator, the shield and the E2 node alike. Not thread-safe: one instance per cell; a call allocates
 * nothing. Integer limits per slice from a plan on N PRBs: D = ⌊dedicated·N/100⌋; M by largest remainder of min·N/100
 * to the total ⌊Σ min·N/100⌋; X = max(M, ⌊max·N/100⌋). Floor for D and largest remainder for M keep D ≤ M ≤ X and Σ M ≤
 * N.
 *
 * <p>Guaranteed for any input: Σ grant ≤ N; grant ≥ D; grant ≤ max(D, min(X, demand)); demand ≥ M implies grant ≥ M; an
 * idle dedicated unit is never lent; if a slice below its ceiling still wants more, no other unit is idle.
 */
public final class PrbAllocator {
    private final int prbCount;
    private final int slices;
    private final int[] dedicated;
    private final int[] min;
    private final int[] max;
    private final int[] weight;
    private final int[] want;
    private final int[] give;
    private final long[] remainder;

    /**
     * @param prbCount PRBs (or RBGs) of the cell, at least 1
     * @param slices number of slices, at least 1
     */
    public PrbAllocator(int prbCount, int slices) {
        if (prbCount < 1 || slices < 1) {
            throw new IllegalArgumentException("needs at least one PRB and one slice, not " + prbCount + "/" + slices);
        }
        this.prbCount = prbCount;
        this.slices = slices;
        dedicated = new int[slices];
        min = new int[slices];
        max = new int[slices];
        weight = new int[slices];
        want = new int[slices];
        give = new int[slices];
        remainder = new long[slices];
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
            sumOfMin += quota.minPercent();
            dedicated[i] = quota.dedicatedPercent() * prbCount / 100;
            min[i] = quota.minPercent() * prbCount / 100;
            remainder[i] = (long) quota.minPercent() * prbCount % 100;
            weight[i] = 1 + quota.minPercent();
        }
        int left = sumOfMin * prbCount / 100;
        for (int i = 0; i < slices; i++) {
            left -= min[i];
        }
        for (; left > 0; left--) {
            int best = largestRemainder();
            min[best]++;
            remainder[best] = -1;
        }
        for (int i = 0; i < slices; i++) {
            max[i] = Math.max(min[i], plan.quota(i).maxPercent() * prbCount / 100);
        }
    }

    /**
     * Divides one slot.
     *
     * @param demand PRBs that each slice can use now, at least 0
     * @param grant receives the PRBs of each slice; idle dedicated units are included
     * @return PRBs granted in all
     */
    public int allocate(int[] demand, int[] grant) {
        int left = prbCount;
        for (int i = 0; i < slices; i++) {
            grant[i] = Math.max(dedicated[i], Math.min(min[i], demand[i]));
            left -= grant[i];
        }
        boolean someoneWants = left > 0;
        while (someoneWants) {
            someoneWants = share(left, demand, grant);
            left = prbCount;
            for (int i = 0; i < slices; i++) {
                left -= grant[i];
            }
            someoneWants &= left > 0;
        }
        return prbCount - left;
    }

    /** One weighted round over the slices with unmet demand below their ceiling; false when nobody could take any. */
    private boolean share(int units, int[] demand, int[] grant) {
        long weights = 0;
        for (int i = 0; i < slices; i++) {
            want[i] = Math.max(0, Math.min(max[i], demand[i]) - grant[i]);
            weights += want[i] > 0 ? weight[i] : 0;
        }
        if (weights == 0) {
            return false;
        }
        int rest = units;
        for (int i = 0; i < slices; i++) {
            long product = want[i] > 0 ? (long) units * weight[i] : 0;
            give[i] = (int) (product / weights);
            remainder[i] = want[i] > 0 ? product % weights : -1;
            rest -= give[i];
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
