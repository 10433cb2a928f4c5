package io.twinslice.sync.fidelity;

/**
 * One entry of a {@link FidelityVector}.
 *
 * @param axis what is measured
 * @param subject name of the twin, or {@code cell}
 * @param value NaN when there was nothing to measure it by
 * @param light what the gate says
 */
public record FidelityScore(Axis axis, String subject, double value, Light light) {
    /** Judged by the axis' own gate. */
    public static FidelityScore of(Axis axis, String subject, double value) {
        return new FidelityScore(axis, subject, value, axis.judge(value));
    }
}
