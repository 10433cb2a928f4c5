package io.twinslice.lab.report;

import java.util.List;

/**
 * How one policy did over the same episodes as its neighbours in the table; less is better in every column.
 *
 * @param name for example {@code learned} or {@code equal-static}
 * @param violationSeconds time in which a twin's promise was broken, summed over twins, mean of an episode
 * @param prbSeconds PRBs used × seconds, mean of an episode
 * @param aoiP99Millis 99th percentile of the age of information, milliseconds
 * @param twins the violations of each twin, in the order of the slices
 */
public record PolicyResult(
        String name, Estimate violationSeconds, Estimate prbSeconds, Estimate aoiP99Millis, List<Twin> twins) {
    public PolicyResult {
        twins = List.copyOf(twins);
    }

    /**
     * One twin under the policy.
     *
     * @param twin its name
     * @param violationSeconds time in which its promise was broken, mean of an episode
     */
    public record Twin(String twin, Estimate violationSeconds) {}
}
