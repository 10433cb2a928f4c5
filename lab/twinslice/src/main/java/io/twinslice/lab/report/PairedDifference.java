package io.twinslice.lab.report;

/**
 * One policy minus another over the same seeds, episode by episode; negative means that the first is better.
 *
 * @param violationSeconds seconds of broken promises
 * @param prbSeconds PRBs used × seconds
 * @param aoiP99Millis 99th percentile of the age of information, milliseconds
 */
public record PairedDifference(Estimate violationSeconds, Estimate prbSeconds, Estimate aoiP99Millis) {}
