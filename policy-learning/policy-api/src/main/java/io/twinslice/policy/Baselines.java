package io.twinslice.policy;

import io.twinslice.model.QuotaPlan;
import java.util.List;

/** The policies without learning that every learned one is measured against. */
public final class Baselines {
    /** The price of a percent that {@link #driftPlusPenalty(int)} asks. */
    public static final double DEFAULT_PRICE = 3;

    private Baselines() {}

    /** The hard equal split, {@code equal-split}: every slice gets the same share, exactly and at most. */
    public static Policy equalSplit(int slices) {
        return fixed("equal-split", QuotaPlan.equalSplit(slices));
    }

    /** {@code equal-guarantee}: every slice is guaranteed the same share and may use what the others leave. */
    public static Policy equalGuarantee(int slices) {
        return fixed("equal-guarantee", QuotaPlan.equalGuarantee(slices));
    }

    /** No slicing at all, {@code unsliced}. */
    public static Policy unsliced(int slices) {
        return fixed("unsliced", QuotaPlan.unsliced(slices));
    }

    /**
     * The same plan in every window. Throws {@link IllegalArgumentException} on a snapshot with another number of
     * slices.
     */
    public static Policy fixed(String name, QuotaPlan plan) {
        return new FixedPolicy(name, plan);
    }

    /**
     * Minimum ratios in proportion to the smoothed offered and waiting volume at the slice's channel quality, no less
     * than 5 percent (less when there are more than ten slices), ceilings open. Keeps state between windows.
     */
    public static Policy proportional(int slices) {
        return new ProportionalPolicy();
    }

    /** {@link #driftPlusPenalty(int, double)} at the {@link #DEFAULT_PRICE}. */
    public static Policy driftPlusPenalty(int slices) {
        return driftPlusPenalty(slices, DEFAULT_PRICE);
    }

    /**
     * Drift plus penalty with one virtual queue per promise. Keeps state between windows.
     *
     * @param price what guaranteeing one more percent must be worth, at least 0; the penalty weight V
     */
    public static Policy driftPlusPenalty(int slices, double price) {
        return new DriftPlusPenaltyPolicy(slices, price);
    }

    /** Guarantees in proportion to the mean offered load since the start, {@code load-proportional}. Keeps state. */
    public static Policy loadProportional() {
        return new LoadProportionalPolicy();
    }

    /** Reservations over what was served of late, as NVS weighs slices, {@code nvs}. Keeps state. */
    public static Policy nvs() {
        return new NvsPolicy();
    }

    /** What it needs for the twin of the highest priority first, {@code strict-priority}. Keeps state. */
    public static Policy strictPriority() {
        return OrderedPolicy.byPriority();
    }

    /** What it needs for the twin whose oldest packet has the least time left first, {@code edf}. Keeps state. */
    public static Policy earliestDeadlineFirst() {
        return OrderedPolicy.byDeadline();
    }

    /** Percent by percent to the largest backlog times rate, {@code max-weight}. Keeps state. */
    public static Policy maxWeight() {
        return new MaxWeightPolicy();
    }

    /**
     * The rules that need neither search nor learning, in the order in which tables list them, each fresh and with a
     * name of its own.
     *
     * @param slices of the cell
     */
    public static List<Policy> rules(int slices) {
        return List.of(
                equalSplit(slices),
                equalGuarantee(slices),
                unsliced(slices),
                loadProportional(),
                proportional(slices),
                nvs(),
                strictPriority(),
                earliestDeadlineFirst(),
                maxWeight(),
                driftPlusPenalty(slices));
    }
}
