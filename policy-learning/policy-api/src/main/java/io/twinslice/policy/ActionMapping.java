package io.twinslice.policy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * From the raw outputs of a network to a quota plan that is feasible whatever the outputs are.
 *
 * <p>Each slice has {@value #PER_SLICE} reals (u, m, d, x), clamped to ±{@value #LIMIT}; NaN counts as 0. With w =
 * softmax(u) over the slices and m, d, x through a sigmoid: min = 100·w·m; dedicated = d·min; max = min + (100 −
 * min)·x. Whole percents by largest remainder on min (to the total ⌊Σ min⌋), dedicated rounded down, max rounded to the
 * nearest but never below min. Hence Σ min ≤ 100 and 0 ≤ dedicated ≤ min ≤ max ≤ 100.
 *
 * <p>Exponentials are {@link StrictMath}'s and sums are taken on integers: the same plan on every machine, and slices
 * in another order get the same quotas in that order (but for ties between equal remainders).
 */
public final class ActionMapping {
    /** Raw numbers per slice. */
    public static final int PER_SLICE = 4;

    /** Larger raw numbers change nothing. */
    public static final float LIMIT = 6f;

    private static final double WEIGHT_SCALE = 1L << 40;

    private ActionMapping() {}

    /**
     * Maps the outputs of all slices.
     *
     * @param raw {@value #PER_SLICE} numbers per slice, any values
     */
    public static QuotaPlan toPlan(float[] raw, int slices) {
        if (slices < 1 || raw.length != slices * PER_SLICE) {
            throw new IllegalArgumentException(
                    raw.length + " raw numbers are not " + PER_SLICE + " for each of " + slices + " slices");
        }
        long[] weight = new long[slices];
        long sum = 0;
        for (int i = 0; i < slices; i++) {
            weight[i] = (long) (WEIGHT_SCALE * StrictMath.exp(clamp(raw[i * PER_SLICE]) - (double) LIMIT));
            sum += weight[i];
        }
        long[] min = new long[slices];
        for (int i = 0; i < slices; i++) {
            min[i] = Percent.fixed(100 * (weight[i] / (double) sum) * sigmoid(raw[i * PER_SLICE + 1]));
        }
        int[] minPercent = Percent.wholes(min);
        List<PrbQuota> quotas = new ArrayList<>(slices);
        for (int i = 0; i < slices; i++) {
            int dedicated = (int) (minPercent[i] * sigmoid(raw[i * PER_SLICE + 2]));
            long max = Math.round(minPercent[i] + (100 - minPercent[i]) * sigmoid(raw[i * PER_SLICE + 3]));
            quotas.add(new PrbQuota(dedicated, minPercent[i], (int) max));
        }
        return new QuotaPlan(quotas);
    }

    private static float clamp(float raw) {
        return Float.isNaN(raw) ? 0f : Math.max(-LIMIT, Math.min(LIMIT, raw));
    }

    private static double sigmoid(float raw) {
        return 1 / (1 + StrictMath.exp(-(double) clamp(raw)));
    }
}
