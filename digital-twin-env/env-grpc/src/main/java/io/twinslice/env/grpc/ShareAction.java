package io.twinslice.env.grpc;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * From {@value #PER_SLICE} numbers per slice to a quota plan that is feasible whatever the numbers are.
 *
 * <p>Weight w, guarantee m, dedication d and headroom x are in −1..1 and mean the shares (1 + value) / 2; what is
 * beyond is clamped. With the weights scaled to a sum of 1 (all 0: equal weights): min = 100·w·m; dedicated = d·min;
 * max = min + (100 − min)·x. Whole percents by largest remainder on min (to the total ⌊Σ min⌋, ties to the lower
 * index), dedicated rounded down, max rounded to the nearest. Hence Σ min ≤ 100 and 0 ≤ dedicated ≤ min ≤ max ≤ 100.
 *
 * <p>Shares are taken in steps of 2⁻²⁰ and everything after is integer arithmetic: the same plan on every machine.
 */
public final class ShareAction {
    /** Numbers per slice: weight, guarantee, dedication, headroom. */
    public static final int PER_SLICE = 4;

    private static final int BITS = 20;
    private static final long ONE = 1L << BITS;

    private ShareAction() {}

    /**
     * Maps the numbers of one cell.
     *
     * @param values {@value #PER_SLICE} for each slice; none is NaN
     * @throws IllegalArgumentException when there are too few or too many, or one is NaN
     */
    public static QuotaPlan toPlan(List<Float> values, int slices) {
        if (slices < 1 || values.size() != slices * PER_SLICE) {
            throw new IllegalArgumentException(
                    values.size() + " numbers are not " + PER_SLICE + " for each of " + slices + " slices");
        }
        long[] weight = new long[slices];
        long sum = 0;
        for (int i = 0; i < slices; i++) {
            weight[i] = share(values, i * PER_SLICE);
            sum += weight[i];
        }
        long[] numerator = new long[slices];
        for (int i = 0; i < slices; i++) {
            long own = sum == 0 ? 1 : weight[i];
            numerator[i] = 100 * own * share(values, i * PER_SLICE + 1);
        }
        int[] min = wholes(numerator, (sum == 0 ? slices : sum) << BITS);
        List<PrbQuota> quotas = new ArrayList<>(slices);
        for (int i = 0; i < slices; i++) {
            long dedicated = (min[i] * share(values, i * PER_SLICE + 2)) >> BITS;
            long headroom = ((100 - min[i]) * share(values, i * PER_SLICE + 3) + ONE / 2) >> BITS;
            quotas.add(new PrbQuota((int) dedicated, min[i], min[i] + (int) headroom));
        }
        return new QuotaPlan(quotas);
    }

    /** The value at an index as a share, 0..2²⁰. */
    private static long share(List<Float> values, int at) {
        float value = values.get(at);
        if (Float.isNaN(value)) {
            throw new IllegalArgumentException("number " + at + " is NaN");
        }
        return Math.round((1.0 + Math.max(-1f, Math.min(1f, value))) / 2 * ONE);
    }

    /** Largest remainder on fractions of one denominator. */
    private static int[] wholes(long[] numerator, long denominator) {
        int[] whole = new int[numerator.length];
        long[] remainder = new long[numerator.length];
        long sum = 0;
        int given = 0;
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) (numerator[i] / denominator);
            remainder[i] = numerator[i] % denominator;
            sum += numerator[i];
            given += whole[i];
        }
        for (long left = sum / denominator - given; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < whole.length; i++) {
                if (remainder[i] > remainder[largest]) {
                    largest = i;
                }
            }
            whole[largest]++;
            remainder[largest] = -1;
        }
        return whole;
    }
}
