package io.twinslice.lab.offline;

import io.twinslice.lab.offline.RecordedRun.Choice;
import io.twinslice.lab.offline.RecordedRun.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the online runs of the EXPLORA recordings: {@code explora_experiments.csv}, {@code explora_decisions.csv.gz}
 * and {@code explora_kpi.csv.gz}. Runs of the campaign {@code motivation} are left out: their agents were frozen and
 * their UEs others. It is read whole or refused whole.
 */
final class Recording {
    private static final long MOST_MILLIS = 100_000_000;
    private static final int MOST_RUNS = 1000;
    private static final double SHORT = 0.97;

    private final Map<String, Boolean> heavy = new LinkedHashMap<>();
    private final Map<String, List<Choice>> choices = new LinkedHashMap<>();
    private final Map<String, Map<Long, Rows>> reports = new LinkedHashMap<>();

    private Recording() {}

    static List<RecordedRun> read(Path folder) throws IOException {
        Recording recording = new Recording();
        recording.experiments(folder.resolve("explora_experiments.csv"));
        recording.decisions(folder.resolve("explora_decisions.csv.gz"));
        recording.kpis(folder.resolve("explora_kpi.csv.gz"));
        List<RecordedRun> runs = new ArrayList<>();
        recording.heavy.forEach((name, isHeavy) -> {
            List<Report> whole = new ArrayList<>();
            recording
                    .reports
                    .getOrDefault(name, Map.of())
                    .values()
                    .forEach(rows -> rows.report().ifPresent(whole::add));
            runs.add(new RecordedRun(name, isHeavy, recording.choices.getOrDefault(name, List.of()), whole));
        });
        if (runs.isEmpty()) {
            throw new InvalidRecordingException(folder + " holds no online run");
        }
        return runs;
    }

    private void experiments(Path file) throws IOException {
        try (CsvTable table = new CsvTable(file, List.of("exp", "campaign", "traffic_measured"))) {
            while (table.next()) {
                String load = table.text("traffic_measured");
                if (!load.equals("trf1") && !load.equals("trf2")) {
                    throw table.refused("traffic_measured must be trf1 or trf2");
                }
                if (!table.text("campaign").equals("motivation")) {
                    heavy.put(table.text("exp"), load.equals("trf1"));
                }
                if (heavy.size() > MOST_RUNS) {
                    throw table.refused("there are more than " + MOST_RUNS + " runs");
                }
            }
        }
    }

    private void decisions(Path file) throws IOException {
        try (CsvTable table = new CsvTable(file, List.of("exp", "t_ms", "prb_embb", "prb_mtc", "prb_urllc"))) {
            while (table.next()) {
                if (!heavy.containsKey(table.text("exp"))) {
                    continue;
                }
                int embb = (int) table.whole("prb_embb", 0, Split.PRBS);
                int mtc = (int) table.whole("prb_mtc", 0, Split.PRBS);
                int urllc = (int) table.whole("prb_urllc", 0, Split.PRBS);
                if (embb + mtc + urllc != Split.PRBS) {
                    throw table.refused("the PRBs of a split must add up to " + Split.PRBS);
                }
                List<Choice> of = choices.computeIfAbsent(table.text("exp"), ignored -> new ArrayList<>());
                long millis = table.whole("t_ms", 0, MOST_MILLIS);
                if (!of.isEmpty() && millis < of.getLast().millis()) {
                    throw table.refused("t_ms falls within a run");
                }
                of.add(new Choice(millis, new Split(embb, mtc, urllc)));
            }
        }
    }

    private void kpis(Path file) throws IOException {
        List<String> columns =
                List.of("exp", "t_ms", "report", "slice_id", "dl_buffer_bytes", "tx_brate_mbps", "slice_prb");
        try (CsvTable table = new CsvTable(file, columns)) {
            while (table.next()) {
                @Nullable Boolean isHeavy = heavy.get(table.text("exp"));
                if (isHeavy == null) {
                    continue;
                }
                long millis = table.whole("t_ms", 0, MOST_MILLIS);
                reports.computeIfAbsent(table.text("exp"), ignored -> new LinkedHashMap<>())
                        .computeIfAbsent(table.whole("report", 0, MOST_MILLIS), ignored -> new Rows(millis))
                        .add(
                                (int) table.whole("slice_id", 0, 2),
                                table.whole("dl_buffer_bytes", 0, 1L << 32),
                                table.number("tx_brate_mbps", 0, 1000) < SHORT * (isHeavy ? 4 : 2),
                                (int) table.whole("slice_prb", 0, Split.PRBS));
            }
        }
    }

    /** The rows of one report. */
    private static final class Rows {
        private final long millis;
        private final int[] count = new int[3];
        private final int[] bad = new int[3];
        private long embbQueueBytes;
        private final int[] prbs = new int[3];

        Rows(long millis) {
            this.millis = millis;
        }

        void add(int slice, long bufferBytes, boolean isShort, int prb) {
            count[slice]++;
            bad[slice] += (slice == 0 ? isShort : bufferBytes > 0) ? 1 : 0;
            if (slice == 0) {
                embbQueueBytes += bufferBytes;
            }
            prbs[slice] = prb;
        }

        Optional<Report> report() {
            if (count[0] == 0 || count[1] == 0 || count[2] == 0) {
                return Optional.empty();
            }
            return Optional.of(new Report(
                    millis,
                    List.of(prbs[0], prbs[1], prbs[2]),
                    bad[0] / (double) count[0],
                    bad[1] / (double) count[1],
                    bad[2] / (double) count[2],
                    embbQueueBytes,
                    count[0] / (double) count[2]));
        }
    }
}
