package io.twinslice.lab.offline;

import java.util.List;

/**
 * An online run of the recording.
 *
 * @param name of the run
 * @param heavy whether each eMBB UE is offered 4 Mbit/s (trf1) and not 2 (trf2), as measured
 * @param decisions in order of time
 * @param reports in order of time, those with all three slices
 */
record RecordedRun(String name, boolean heavy, List<Choice> decisions, List<Report> reports) {
    RecordedRun {
        decisions = List.copyOf(decisions);
        reports = List.copyOf(reports);
    }

    /** A decision of the recorded agent. */
    record Choice(long millis, Split split) {}

    /**
     * One E2 report.
     *
     * @param prbs sizes of the slices that it shows: eMBB, MTC, URLLC
     * @param embbShort share of eMBB rows below 97 % of the offered rate
     * @param mtcQueued share of MTC rows with a queue
     * @param urllcQueued share of URLLC rows with a queue
     * @param embbQueueBytes sum of the eMBB queues
     * @param embbPerUrllc eMBB rows by URLLC rows: below 1 when an eMBB UE has left
     */
    record Report(
            long millis,
            List<Integer> prbs,
            double embbShort,
            double mtcQueued,
            double urllcQueued,
            long embbQueueBytes,
            double embbPerUrllc) {
        Report {
            prbs = List.copyOf(prbs);
        }

        boolean shows(Split split) {
            return prbs.equals(List.of(split.embb(), split.mtc(), split.urllc()));
        }

        /** The part of a slice in the cost, 0 eMBB, 1 MTC, 2 URLLC; the cost is the mean of the three. */
        double part(int slice) {
            return switch (slice) {
                case 0 -> embbShort;
                case 1 -> mtcQueued;
                default -> urllcQueued;
            };
        }
    }
}
