package io.twinslice.sync.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads {@code explora_experiments.csv}, {@code explora_kpi.csv.gz} and {@code explora_decisions.csv.gz}. */
final class TestbedReader {
    private static final int MAX_RUNS = 1000;
    private static final int MAX_UES = 8;
    private static final int MAX_MILLIS = 16_000_000;

    private static final List<String> EXPERIMENTS = List.of("exp", "traffic_measured", "n_embb", "n_mtc", "n_urllc");
    private static final List<String> KPIS = List.of(
            "exp", "t_ms", "report", "slice_id", "dl_buffer_bytes", "tx_brate_mbps", "prb_granted_ratio", "slice_prb");
    private static final List<String> DECISIONS =
            List.of("exp", "t_ms", "prb_embb", "prb_mtc", "prb_urllc", "sched_embb", "sched_mtc", "sched_urllc");

    private final Map<String, TestbedRun> runs = new LinkedHashMap<>();

    private TestbedReader() {}

    /** All runs that have reports, in the order of the experiments. */
    static List<TestbedRun> read(Path folder) throws IOException {
        TestbedReader reader = new TestbedReader();
        CsvTable.read(folder.resolve("explora_experiments.csv"), EXPERIMENTS, reader::experiment);
        CsvTable.read(folder.resolve("explora_kpi.csv.gz"), KPIS, reader::kpi);
        CsvTable.read(folder.resolve("explora_decisions.csv.gz"), DECISIONS, reader::decision);
        List<TestbedRun> found = new ArrayList<>();
        for (TestbedRun run : reader.runs.values()) {
            if (run.reports().rows() > 0 && run.decisions().rows() > 0) {
                run.countAttached();
                found.add(run);
            }
        }
        if (found.isEmpty()) {
            throw new InvalidRecordingException(
                    "explora_experiments.csv names no run that has reports and decisions in the files beside it");
        }
        return found;
    }

    private void experiment(CsvTable row) throws InvalidRecordingException {
        String traffic = row.text(1);
        OptionalInt label = traffic.equals("trf1")
                ? OptionalInt.of(0)
                : traffic.equals("trf2") ? OptionalInt.of(1) : OptionalInt.empty();
        if (label.isEmpty()) {
            throw row.refused(1, "trf1 or trf2", traffic);
        }
        TestbedRun run = new TestbedRun(
                row.text(0),
                label.getAsInt(),
                row.whole(2, 0, MAX_UES),
                row.whole(3, 0, MAX_UES),
                row.whole(4, 0, MAX_UES));
        if (runs.putIfAbsent(run.name(), run) != null) {
            throw row.refused(0, "a new name", run.name());
        }
        if (runs.size() > MAX_RUNS) {
            throw row.refused(0, "one of at most " + MAX_RUNS + " runs", run.name());
        }
    }

    private void kpi(CsvTable row) throws InvalidRecordingException {
        TestbedRun run = run(row);
        int time = row.whole(1, 0, MAX_MILLIS);
        if (time < run.endMillis()) {
            throw row.refused(1, "at least " + run.endMillis() + ", the time before it", row.text(1));
        }
        run.reports()
                .add(
                        time,
                        row.whole(2, 0, MAX_MILLIS),
                        row.whole(3, 0, TestbedRun.SLICES - 1),
                        row.whole(4, 0, 10_000_000),
                        (float) row.number(5, 0, 1000),
                        (float) row.number(6, 0, 1),
                        row.whole(7, 0, 50));
    }

    private void decision(CsvTable row) throws InvalidRecordingException {
        TestbedRun run = run(row);
        int embb = row.whole(2, 0, 50);
        int mtc = row.whole(3, 0, 50 - embb);
        int urllc = row.whole(4, 0, 50 - embb - mtc);
        if ((embb + 2) / 3 + (mtc + 2) / 3 + (urllc + 2) / 3 > 17) {
            throw row.refused(2, "a split into 17 resource block groups with the columns after it", row.text(2));
        }
        run.decisions()
                .add(
                        row.whole(1, 0, MAX_MILLIS),
                        embb,
                        mtc,
                        urllc,
                        row.whole(5, 0, 2),
                        row.whole(6, 0, 2),
                        row.whole(7, 0, 2));
    }

    private TestbedRun run(CsvTable row) throws InvalidRecordingException {
        @Nullable TestbedRun run = runs.get(row.text(0));
        if (run == null) {
            throw row.refused(0, "a run of explora_experiments.csv", row.text(0));
        }
        return run;
    }
}
