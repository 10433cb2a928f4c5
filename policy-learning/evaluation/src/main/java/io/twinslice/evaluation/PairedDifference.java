package io.twinslice.evaluation;

/**
 * One policy minus another, on the same seeds; negative is better for the first.
 *
 * @param policy the first
 * @param against the second
 * @param episodes seeds on which neither failed
 * @param violationSeconds per episode
 * @param prbSeconds per episode
 * @param aoiP99Millis per episode
 */
public record PairedDifference(
        String policy,
        String against,
        int episodes,
        Estimate violationSeconds,
        Estimate prbSeconds,
        Estimate aoiP99Millis) {}
