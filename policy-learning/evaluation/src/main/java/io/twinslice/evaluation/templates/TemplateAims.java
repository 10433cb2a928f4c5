package io.twinslice.evaluation.templates;

/**
 * What templates are judged by, means over episodes; less is better in all three.
 *
 * @param violationSeconds of all twins
 * @param prbSeconds PRBs taken from the cell × seconds
 * @param movedPercent percents by which guarantees move from one window to the next, over all slices
 */
public record TemplateAims(double violationSeconds, double prbSeconds, double movedPercent) {
    /** Whether this is nowhere worse and somewhere better. */
    public boolean dominates(TemplateAims other) {
        return violationSeconds <= other.violationSeconds
                && prbSeconds <= other.prbSeconds
                && movedPercent <= other.movedPercent
                && !equals(other);
    }
}
