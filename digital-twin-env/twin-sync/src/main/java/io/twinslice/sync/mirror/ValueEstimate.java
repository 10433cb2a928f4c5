package io.twinslice.sync.mirror;

/**
 * What the mirror holds a value to be now, and how fresh that is.
 *
 * @param twin name of the twin
 * @param quantity what is estimated
 * @param value its mean, smoothed over some windows; NaN before the first report that says something of it
 * @param low the true mean is above this with 95 %
 * @param high the true mean is below this with 95 %
 * @param ageMillis since the end of the newest window that it rests on; -1 before the first
 * @param lost windows lost just before that one
 * @param measured whether that window is the newest that was worked on and none is overdue; otherwise the value is
 *     inferred from older windows
 */
public record ValueEstimate(
        String twin,
        Quantity quantity,
        double value,
        double low,
        double high,
        long ageMillis,
        int lost,
        boolean measured) {}
