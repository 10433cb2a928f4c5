package io.twinslice.lab.mirror;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.lab.Desk;
import io.twinslice.lab.Progress;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.RanCell;
import io.twinslice.sync.drift.DriftTrial;
import io.twinslice.sync.fidelity.ActionResponse;
import io.twinslice.sync.fidelity.FidelityScore;
import io.twinslice.sync.fidelity.FidelityVector;
import io.twinslice.sync.mirror.ReportQuality;
import io.twinslice.sync.mirror.TwinPosterior;
import java.util.ArrayList;
import java.util.List;

/** Watches a hidden cell through a lossy link, then holds the mirror against it. */
final class MirrorTrial {
    /** Windows at the end of the watch that mirror and cell are compared on. */
    private static final int COMPARED = 200;

    private static final int RUNS = 6;
    private static final int WARM_UP_MILLIS = 2000;
    private static final long MIRROR_SALT = 0x3177_0AL;
    private static final long FLOOR_SALT = 0xF1_00FL;

    private final Scenario nominal;
    private final ReportQuality quality;
    private final Size size;
    private final long seed;
    private final Desk desk;

    /**
     * How much is measured beside the watch.
     *
     * @param response of the quota changes
     * @param drift of the detectors; with {@code simulatedShifts} 0 it is left out
     * @param simulatedShifts shifts on the simulator itself
     */
    record Size(ActionResponse.Effort response, DriftTrial drift, int simulatedShifts) {}

    MirrorTrial(Scenario nominal, ReportQuality quality, Size size, long seed, Desk desk) {
        this.nominal = nominal;
        this.quality = quality;
        this.size = size;
        this.seed = seed;
        this.desk = desk;
    }

    MirrorRecord run() {
        Truth truth = new Truth(nominal, seed);
        Watch watch = new Watch(nominal, truth, quality, seed);
        QuotaPlan plan = QuotaPlan.equalGuarantee(nominal.twins().size());
        desk.step("watching a cell whose load and radio the mirror is not told");
        try (Progress progress = desk.progress("windows", nominal.windows())) {
            watch.run(plan, seed, progress::at);
        }
        desk.step("holding the mirror against the cell");
        List<FidelityScore> scores = new ArrayList<>(watch.scores());
        TwinPosterior posterior = watch.mirror().posterior();
        int compared = Math.min(COMPARED, watch.windows().size());
        List<TwinSnapshot> seen = watch.windows()
                .subList(watch.windows().size() - compared, watch.windows().size());
        List<FidelityScore> floor;
        ActionResponse response;
        int episodes = size.response().episodes(nominal.twins().size());
        try (Progress progress = desk.progress("episodes", episodes + 2L * RUNS)) {
            CellParameters mirrored = posterior.mean().parameters();
            scores.addAll(FidelityVector.compared(seen, replayed(mirrored, 0, compared, plan, MIRROR_SALT, progress)));
            int before = watch.windows().size() - compared;
            floor = FidelityVector.compared(
                    seen, replayed(truth.episode(), before, compared, plan, FLOOR_SALT, progress));
            response = response(truth, posterior, progress);
        }
        scores.addAll(response.scores());
        return new MirrorRecord(
                nominal.name(),
                seed,
                nominal.windows(),
                nominal.windowMillis(),
                quality,
                watch.mirror().link(),
                posterior.effectiveSizes(),
                watch.mirror().resamplings(),
                watch.parameters(),
                watch.mirror().estimates(watch.windows().getLast().windowEndMillis()),
                watch.mirror().resyncs(),
                watch.coverage(),
                new FidelityVector(scores),
                floor,
                response,
                drift(),
                watch.series());
    }

    private ActionResponse response(Truth truth, TwinPosterior posterior, Progress progress) {
        Scenario now = truth.frozen(posteriorMillis());
        List<Environment> mirrors = posterior.scenarios(size.response().seeds()).stream()
                .map(cell -> Truth.still(cell).environment())
                .toList();
        try (Environment cell = now.environment()) {
            return ActionResponse.of(cell, mirrors, size.response(), seed, () -> progress.advance(1));
        } finally {
            mirrors.forEach(Environment::close);
        }
    }

    /** End of the watch, in the RAN's time. */
    private long posteriorMillis() {
        return (long) (Scenario.WARM_UP_WINDOWS + nominal.windows()) * nominal.windowMillis() - 1;
    }

    /** What such a cell reports under the plan with other chance, so many windows after so many others. */
    private List<TwinSnapshot> replayed(
            CellParameters cell, int before, int windows, QuotaPlan plan, long salt, Progress progress) {
        List<TwinSnapshot> replayed = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            RanCell running = new RanCell(cell, nominal.twins(), (seed ^ salt) + run);
            running.runWindow(WARM_UP_MILLIS);
            running.apply(plan);
            for (int i = 0; i < before; i++) {
                running.runWindow(nominal.windowMillis());
            }
            for (int i = 0; i < windows; i++) {
                replayed.add(running.runWindow(nominal.windowMillis()));
            }
            progress.advance(1);
        }
        return replayed;
    }

    private List<MirrorRecord.Drift> drift() {
        if (size.simulatedShifts() == 0) {
            return List.of();
        }
        desk.step("measuring the drift detectors");
        DriftTable table = new DriftTable(Truth.still(nominal), size.drift(), size.simulatedShifts(), seed);
        try (Progress progress = desk.progress("trials", table.steps())) {
            return table.measure(() -> progress.advance(1));
        }
    }
}
