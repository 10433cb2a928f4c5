package io.twinslice.lab.report;

/**
 * How one policy did over the same episodes as its neighbours in the table; less is better in every column.
 *
 * @param name for example {@code learned} or {@code equal}
 * @param violationSeconds time in which a twin's promise was broken, summed over twins, mean of an episode
 * @param prbSeconds PRBs used × seconds, mean of an episode
 * @param aoiP99Millis 99th percentile of the age of information, milliseconds
 */
public record PolicyResult(String name, Estimate violationSeconds, Estimate prbSeconds, Estimate aoiP99Millis) {}
