package io.twinslice.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One quota for each slice of a cell, in the order of the cell's twins.
 *
 * @param quotas at least one; the minimum ratios add up to at most 100
 */
public record QuotaPlan(List<PrbQuota> quotas) {
    public QuotaPlan {
        quotas = List.copyOf(quotas);
        if (quotas.isEmpty()) {
            throw new IllegalArgumentException("a quota plan needs at least one slice");
        }
        int sumOfMin = 0;
        for (PrbQuota quota : quotas) {
            sumOfMin += quota.minPercent();
        }
        if (sumOfMin > 100) {
            throw new IllegalArgumentException("the minimum ratios add up to " + sumOfMin + " percent, more than 100");
        }
    }

    /** The hard equal split: every slice gets the same share, exactly and at most (min = max). */
    public static QuotaPlan equalSplit(int slices) {
        List<PrbQuota> quotas = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            int share = 100 * (i + 1) / slices - 100 * i / slices;
            quotas.add(new PrbQuota(0, share, share));
        }
        return new QuotaPlan(quotas);
    }

    /** Every slice is guaranteed the same share and may use what the others leave. */
    public static QuotaPlan equalGuarantee(int slices) {
        return new QuotaPlan(equalSplit(slices).quotas().stream()
                .map(quota -> new PrbQuota(0, quota.minPercent(), 100))
                .toList());
    }

    /** No slicing at all: nothing guaranteed, nothing capped. */
    public static QuotaPlan unsliced(int slices) {
        List<PrbQuota> quotas = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            quotas.add(new PrbQuota(0, 0, 100));
        }
        return new QuotaPlan(quotas);
    }

    public int slices() {
        return quotas.size();
    }

    public PrbQuota quota(int slice) {
        return quotas.get(slice);
    }
}
