package io.twinslice.lab.report;

import java.util.List;
import java.util.OptionalInt;

/**
 * What one twin went through in the live run.
 *
 * @param twin its name
 * @param promise its SLA in a few words
 * @param deadlineMillis its deadline, drawn over the delay
 * @param aoiLimitMillis its limit, drawn over the age of information
 * @param windows one entry for each report window, in order of time
 */
public record TwinSeries(
        String twin, String promise, OptionalInt deadlineMillis, OptionalInt aoiLimitMillis, List<Window> windows) {
    public TwinSeries {
        windows = List.copyOf(windows);
        double last = Double.NEGATIVE_INFINITY;
        for (Window window : windows) {
            if (!(window.endSeconds() > last)) {
                throw new IllegalArgumentException(
                        "windows must go forward in time, not from " + last + " s to " + window.endSeconds() + " s");
            }
            last = window.endSeconds();
        }
    }

    /**
     * One report window.
     *
     * @param endSeconds its end, since the live run began
     * @param dedicatedPercent dedicated part of the quota in force, 0..100
     * @param minPercent guaranteed part, 0..100
     * @param maxPercent ceiling, 0..100
     * @param delayMillis mean delay of the packets delivered, milliseconds
     * @param aoiMillis largest age of information of any UE, milliseconds
     * @param violated whether the window broke the twin's promise
     */
    public record Window(
            double endSeconds,
            int dedicatedPercent,
            int minPercent,
            int maxPercent,
            double delayMillis,
            double aoiMillis,
            boolean violated) {
        public Window {
            if (!Double.isFinite(endSeconds) || !Double.isFinite(delayMillis) || !Double.isFinite(aoiMillis)) {
                throw new IllegalArgumentException("a window needs finite numbers");
            }
        }
    }
}
