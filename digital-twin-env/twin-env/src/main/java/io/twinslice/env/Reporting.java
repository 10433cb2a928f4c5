package io.twinslice.env;

/**
 * What reaches a policy of what happens in the cell. Policies are scored by what happens, not by what they were told.
 */
public sealed interface Reporting {
    /** Every report arrives at once and is true. */
    record Clear() implements Reporting {}

    /**
     * Reports arrive late, some not at all, and for a while none does.
     *
     * @param loss share of the reports that is lost, drawn for each episode, within 0..1
     * @param delayWindows how many windows a report is late, 0..100
     * @param blackoutStart when the time without any report begins, share of the episode
     * @param blackoutWindows how long it lasts, at least 0
     */
    record Lossy(Interval loss, int delayWindows, Interval blackoutStart, int blackoutWindows) implements Reporting {
        public Lossy {
            if (loss.low() < 0 || loss.high() > 1) {
                throw new IllegalArgumentException("loss must be 0..1, not " + loss);
            }
            if (delayWindows < 0 || delayWindows > 100) {
                throw new IllegalArgumentException("delayWindows must be 0..100, not " + delayWindows);
            }
            if (blackoutStart.low() < 0 || blackoutWindows < 0) {
                throw new IllegalArgumentException("a blackout begins at 0 or later and does not last a negative time");
            }
        }
    }

    /**
     * One slice reports more waiting volume than it has.
     *
     * @param twin index of the twin that lies
     * @param factor how much more, drawn for each episode, 1..1000
     */
    record Inflated(int twin, Interval factor) implements Reporting {
        public Inflated {
            if (twin < 0) {
                throw new IllegalArgumentException("twin must be an index, not " + twin);
            }
            if (factor.low() < 1 || factor.high() > 1000) {
                throw new IllegalArgumentException("factor must be 1..1000, not " + factor);
            }
        }
    }
}
