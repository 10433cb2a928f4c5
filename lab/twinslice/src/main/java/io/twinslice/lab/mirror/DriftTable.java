package io.twinslice.lab.mirror;

import io.twinslice.env.Scenario;
import io.twinslice.lab.mirror.MirrorRecord.Drift;
import io.twinslice.lab.mirror.MirrorRecord.Simulated;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.RanCell;
import io.twinslice.sync.Fidelity;
import io.twinslice.sync.Kpi;
import io.twinslice.sync.drift.Adwin;
import io.twinslice.sync.drift.DriftDetector;
import io.twinslice.sync.drift.DriftTrial;
import io.twinslice.sync.drift.MovingSum;
import io.twinslice.sync.drift.OfferedLoad;
import io.twinslice.sync.drift.PageHinkley;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Measures the drift detectors on the load of every twin: false alarms and most shifts on the fast draws of the twin's
 * traffic, some shifts on the simulator itself.
 */
final class DriftTable {
    private static final int QUIET = 150;
    private static final int PATIENCE = 90;

    private record Candidate(String name, Supplier<DriftDetector> detector) {}

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("page-hinkley", () -> PageHinkley.forRelativeShift(0.2, PageHinkley.FALSE_ALARMS)),
            new Candidate("adwin", Adwin::forLoads),
            new Candidate("moving-sum", MovingSum::forLoads));

    private final Scenario quiet;
    private final DriftTrial trial;
    private final int simulatedShifts;
    private final long seed;

    /** @param quiet a scenario without events */
    DriftTable(Scenario quiet, DriftTrial trial, int simulatedShifts, long seed) {
        this.quiet = quiet;
        this.trial = trial;
        this.simulatedShifts = simulatedShifts;
        this.seed = seed;
    }

    /** Steps that {@link #measure} takes. */
    int steps() {
        return simulatedShifts + quiet.twins().size() * CANDIDATES.size();
    }

    List<Drift> measure(Runnable progress) {
        List<List<TwinSnapshot>> shifts = new ArrayList<>();
        for (int shift = 0; shift < simulatedShifts; shift++) {
            shifts.add(simulated(shift));
            progress.run();
        }
        List<Drift> table = new ArrayList<>();
        for (int twin = 0; twin < quiet.twins().size(); twin++) {
            var parameters = quiet.parameters().twins().get(twin);
            if (!OfferedLoad.draws(parameters.traffic())) {
                continue;
            }
            for (Candidate candidate : CANDIDATES) {
                DriftTrial.Outcome outcome = trial.run(
                        each -> DriftTrial.of(new OfferedLoad(parameters, quiet.windowMillis(), each * 1_000_003)),
                        candidate.detector(),
                        seed);
                table.add(new Drift(
                        quiet.twins().get(twin).name(),
                        candidate.name(),
                        outcome,
                        found(shifts, twin, candidate.detector())));
                progress.run();
            }
        }
        return table;
    }

    /** Even shifts go up, odd ones down. */
    private List<TwinSnapshot> simulated(int shift) {
        double factor = shift % 2 == 0 ? 1 + trial.shift() : 1 - trial.shift();
        CellParameters shifting = quiet.parameters()
                .withDisturbances(List.of(new Disturbance(
                        (long) QUIET * quiet.windowMillis(), 1L << 40, Disturbance.CELL, factor, 0, 1)));
        RanCell cell = new RanCell(shifting, quiet.twins(), seed + shift);
        List<TwinSnapshot> windows = new ArrayList<>();
        for (int i = 0; i < QUIET + PATIENCE; i++) {
            windows.add(cell.runWindow(quiet.windowMillis()));
        }
        return windows;
    }

    private Simulated found(List<List<TwinSnapshot>> shifts, int twin, Supplier<DriftDetector> detectors) {
        int[] delays = shifts.stream()
                .mapToInt(windows -> delay(Fidelity.series(windows, twin, Kpi.OFFERED_KBIT), detectors.get()))
                .sorted()
                .toArray();
        long inTime =
                Arrays.stream(delays).filter(delay -> delay <= trial.within()).count();
        return delays.length == 0
                ? new Simulated(0, 0, 0)
                : new Simulated(delays.length, inTime / (double) delays.length, delays[(delays.length - 1) / 2]);
    }

    /** Windows from the shift to the first alarm after it. */
    private static int delay(double[] load, DriftDetector detector) {
        for (int i = 0; i < load.length; i++) {
            if (detector.observe(load[i]) && i >= QUIET) {
                return i - QUIET + 1;
            }
        }
        return PATIENCE;
    }
}
