package io.twinslice.verification;

/**
 * Whether the twin is known to resemble the RAN well enough to judge policies in it.
 *
 * @param fit all fidelity measures are green
 * @param reason what was measured, or which measure is red
 */
public record TwinFitness(boolean fit, String reason) {}
