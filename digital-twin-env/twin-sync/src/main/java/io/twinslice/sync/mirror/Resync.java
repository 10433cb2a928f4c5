package io.twinslice.sync.mirror;

/**
 * A drift was found, and what was believed of the quantity was forgotten.
 *
 * @param atMillis end of the window that gave it away, in the RAN's time
 * @param twin name of the twin
 * @param quantity {@link Quantity#LOAD} or {@link Quantity#CQI}
 * @param detector {@code page-hinkley}, {@code adwin} or {@code moving-sum}
 * @param before mean of the regime that ended
 * @param after level of late
 */
public record Resync(long atMillis, String twin, Quantity quantity, String detector, double before, double after) {}
