package io.twinslice.lab.offline;

import io.twinslice.lab.offline.RecordedRun.Choice;
import io.twinslice.lab.offline.RecordedRun.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * One decision of the recording and what followed.
 *
 * @param run index of the run
 * @param number of the decision in its run: those with numbers that follow each other followed each other
 * @param state see {@link State}
 * @param action index of the split
 * @param parts costs of eMBB, MTC and URLLC, each the mean over the reports that show the split
 */
@SuppressWarnings("ArrayRecordComponent") // written once, by the factory below
record Round(int run, int number, double[] state, int action, double[] parts) {
    /** The first minute is start-up. */
    private static final long START_UP_MILLIS = 60_000;

    /** A new split shows in the reports after that. */
    private static final long DELAY_MILLIS = 900;

    /** Longer pauses between decisions are interruptions. */
    private static final long PAUSE_MILLIS = 10_000;

    double cost() {
        return (parts[0] + parts[1] + parts[2]) / 3;
    }

    static List<Round> of(int index, RecordedRun run, List<Split> splits) {
        List<Round> rounds = new ArrayList<>();
        List<Report> reports = run.reports();
        int before = -1;
        for (int k = 0; k + 1 < run.decisions().size(); k++) {
            Choice choice = run.decisions().get(k);
            long until = run.decisions().get(k + 1).millis();
            while (before + 1 < reports.size() && reports.get(before + 1).millis() <= choice.millis()) {
                before++;
            }
            if (choice.millis() < START_UP_MILLIS || until - choice.millis() > PAUSE_MILLIS || before < 0) {
                continue;
            }
            double[] sums = new double[3];
            int shown = 0;
            for (int r = before + 1; r < reports.size() && reports.get(r).millis() <= until + DELAY_MILLIS; r++) {
                Report report = reports.get(r);
                if (report.millis() > choice.millis() + DELAY_MILLIS && report.shows(choice.split())) {
                    for (int slice = 0; slice < 3; slice++) {
                        sums[slice] += report.part(slice);
                    }
                    shown++;
                }
            }
            if (shown > 0) {
                double[] parts = {sums[0] / shown, sums[1] / shown, sums[2] / shown};
                double[] state = State.of(index, run.heavy(), choice.millis(), reports.get(before));
                rounds.add(new Round(index, k, state, splits.indexOf(choice.split()), parts));
            }
        }
        return rounds;
    }
}
