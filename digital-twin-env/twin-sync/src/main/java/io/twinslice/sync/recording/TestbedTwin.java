package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.Discipline;
import io.twinslice.ransim.lte.TestbedCell;
import io.twinslice.ransim.lte.TestbedRadio;
import io.twinslice.ransim.lte.TestbedUe;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays the schedules of recorded runs in a simulated cell: it is given the offered load, who was attached, and the
 * splits and disciplines that were decided, never a reported KPI. A run is played in stretches, and the radio is drawn
 * anew for each: the twin does not know which UEs of the testbed had a good place.
 */
final class TestbedTwin {
    /** The start of a run that is left out. */
    static final int START_UP_MILLIS = 60_000;

    /** From the time of a decision to reports that show it. */
    private static final int CONTROL_MILLIS = 720;

    private static final int WARM_UP_MILLIS = 3_000;
    private static final double[][] PACKETS_PER_SECOND = {{357.15, 44.64, 89.29}, {357.15, 133.92, 178.58}};
    private static final int[][] PAYLOAD_BYTES = {{1400, 125, 125}, {700, 125, 125}};
    private static final Discipline[] DISCIPLINES = Discipline.values();

    /** A part of a run that is played. */
    record Stretch(TestbedRun run, int fromMillis, int toMillis, long seed) {}

    private TestbedTwin() {}

    /**
     * Cuts runs into stretches.
     *
     * @param millis length of each
     * @param every share of the time that is played is 1 : every
     */
    static List<Stretch> stretches(List<TestbedRun> runs, int millis, int every, long seed) {
        List<Stretch> stretches = new ArrayList<>();
        long number = 0;
        for (TestbedRun run : runs) {
            int from = START_UP_MILLIS + (int) (number % every) * millis;
            for (; from + millis <= run.endMillis(); from += every * millis) {
                number++;
                stretches.add(new Stretch(run, from, from + millis, seed * 1_000_003 + number));
            }
        }
        return stretches;
    }

    /** Plays stretches; what is reported in them is added to {@code samples}. */
    static void play(Stretch stretch, TestbedRadio radio, CellSamples samples) {
        TestbedRun run = stretch.run();
        List<TestbedUe> ues = ues(run);
        TestbedCell cell = new TestbedCell(ues, radio, stretch.seed());
        int begin = Math.max(0, stretch.fromMillis() - WARM_UP_MILLIS);
        int decision = -1;
        int[] plan = new int[TestbedRun.SLICES];
        for (int time = begin; time < stretch.toMillis(); time += TestbedCell.WINDOW_MILLIS) {
            int next = decision;
            while (next + 1 < run.decisions().rows()
                    && (next < 0 || run.decisions().at(TestbedRun.TIME, next + 1) + CONTROL_MILLIS <= time)) {
                next++;
            }
            if (next != decision) {
                decision = next;
                apply(run, decision, cell, plan);
            }
            attach(run, ues, time, cell);
            cell.runWindow();
            if (time >= stretch.fromMillis()) {
                collect(run, ues, plan, time, cell, samples);
            }
        }
    }

    private static List<TestbedUe> ues(TestbedRun run) {
        List<TestbedUe> ues = new ArrayList<>();
        for (int slice = 0; slice < TestbedRun.SLICES; slice++) {
            for (int ue = 0; ue < run.configuredUes(slice); ue++) {
                ues.add(new TestbedUe(
                        slice,
                        PACKETS_PER_SECOND[run.traffic()][slice],
                        PAYLOAD_BYTES[run.traffic()][slice],
                        slice == 0));
            }
        }
        return ues;
    }

    private static void apply(TestbedRun run, int decision, TestbedCell cell, int[] plan) {
        Discipline[] disciplines = new Discipline[TestbedRun.SLICES];
        for (int slice = 0; slice < TestbedRun.SLICES; slice++) {
            plan[slice] = (int) run.decisions().at(TestbedRun.PLAN + slice, decision);
            disciplines[slice] =
                    DISCIPLINES[(int) run.decisions().at(TestbedRun.PLAN + TestbedRun.SLICES + slice, decision)];
        }
        cell.apply(plan, disciplines);
    }

    private static void attach(TestbedRun run, List<TestbedUe> ues, int time, TestbedCell cell) {
        int[] seen = new int[TestbedRun.SLICES];
        for (int ue = 0; ue < ues.size(); ue++) {
            int slice = ues.get(ue).slice();
            cell.attach(ue, seen[slice]++ < run.attached(slice, time));
        }
    }

    private static void collect(
            TestbedRun run, List<TestbedUe> ues, int[] plan, int time, TestbedCell cell, CellSamples samples) {
        int[] seen = new int[TestbedRun.SLICES];
        for (int ue = 0; ue < ues.size(); ue++) {
            int slice = ues.get(ue).slice();
            if (seen[slice]++ < run.attached(slice, time)) {
                samples.add(
                        CellSamples.cell(run.traffic(), slice, plan[slice]),
                        (float) cell.rateMbps(ue),
                        cell.bufferBytes(ue),
                        (float) cell.grantedRatio(ue));
            }
        }
    }
}
