package io.twinslice.sync.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.ransim.lte.Discipline;
import io.twinslice.ransim.lte.TestbedCell;
import io.twinslice.ransim.lte.TestbedRadio;
import io.twinslice.ransim.lte.TestbedUe;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestbedFidelityTest {
    private static final TestbedRadio TRUE_RADIO = new TestbedRadio(14, 0.3, 0.8, 0.3, 0.3, -4, 1, 2, 2, 0);
    private static final List<TestbedUe> UES = List.of(
            new TestbedUe(0, 357.15, 1400, true),
            new TestbedUe(1, 44.64, 125, false),
            new TestbedUe(2, 89.29, 125, false));

    @TempDir
    private Path folder;

    private static Writer gzip(Path file) throws IOException {
        return new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
    }

    /** Recordings of a cell whose radio is known, in the layout of the testbed. */
    private void record(int runs) throws IOException {
        StringBuilder experiments = new StringBuilder("exp,traffic_measured,n_embb,n_mtc,n_urllc\n");
        try (Writer kpis = gzip(folder.resolve("explora_kpi.csv.gz"));
                Writer decisions = gzip(folder.resolve("explora_decisions.csv.gz"))) {
            kpis.write(
                    "exp,t_ms,report,sub,ue_pos,slice_id,dl_buffer_bytes,tx_brate_mbps,prb_granted_ratio,slice_prb\n");
            decisions.write("exp,t_ms,prb_embb,prb_mtc,prb_urllc,sched_embb,sched_mtc,sched_urllc\n");
            for (int run = 0; run < runs; run++) {
                experiments.append("r").append(run).append(",trf1,1,1,1\n");
                decisions.write("r" + run + ",0,18,15,17,0,0,0\n");
                TestbedCell cell = new TestbedCell(UES, TRUE_RADIO, 100 + run);
                Discipline each = Discipline.ROUND_ROBIN;
                cell.apply(new int[] {18, 15, 17}, each, each, each);
                for (int window = 0; window < 400; window++) {
                    cell.runWindow();
                    for (int ue = 0; ue < UES.size(); ue++) {
                        kpis.write(String.format(
                                Locale.ROOT,
                                "r%d,%d,%d,0,0,%d,%d,%.2f,%.2f,%d%n",
                                run,
                                window * 250,
                                window / 2,
                                UES.get(ue).slice(),
                                cell.bufferBytes(ue),
                                cell.rateMbps(ue),
                                cell.grantedRatio(ue),
                                List.of(18, 15, 17).get(ue)));
                    }
                }
            }
        }
        Files.writeString(folder.resolve("explora_experiments.csv"), experiments);
    }

    @Test
    void aTwinFittedToHalfOfTheRunsComesCloseToTheOthers() throws IOException {
        record(6);
        int[] last = new int[2];
        TestbedScore score = new TestbedFidelity(new TestbedFidelity.Size(8, 2), 1)
                .measure(folder, folder, (done, total) -> {
                    last[0] = done;
                    last[1] = total;
                });
        assertThat(score.cells()).hasSize(3);
        assertThat(score.rate()).isBetween(0.0, 0.4);
        assertThat(score.fitted()).hasSize(2);
        assertThat(score.bars()).hasSize(3);
        assertThat(score.curves()).hasSize(6);
        assertThat(last[0]).isEqualTo(last[1]);
    }

    @Test
    void theSameSeedGivesTheSameScore() throws IOException {
        record(2);
        TestbedFidelity fidelity = new TestbedFidelity(new TestbedFidelity.Size(2, 4), 1);
        TestbedScore one = fidelity.measure(folder, folder, FidelityProgress.SILENT);
        assertThat(fidelity.measure(folder, folder, FidelityProgress.SILENT)).isEqualTo(one);
    }

    @Test
    void aValueOutOfRangeIsRefusedWithItsPlace() throws IOException {
        record(2);
        try (Writer kpis = gzip(folder.resolve("explora_kpi.csv.gz"))) {
            kpis.write("exp,t_ms,report,slice_id,dl_buffer_bytes,tx_brate_mbps,prb_granted_ratio,slice_prb\n");
            kpis.write("r0,1000,0,0,0,NaN,1.0,18\n");
        }
        assertThatThrownBy(() -> TestbedReader.read(folder))
                .isInstanceOf(InvalidRecordingException.class)
                .hasMessageContaining("explora_kpi.csv.gz line 2, column tx_brate_mbps: \"NaN\"");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        record(2);
        Files.writeString(folder.resolve("explora_experiments.csv"), "exp,n_embb\nr0,1\n");
        assertThatThrownBy(() -> TestbedReader.read(folder))
                .isInstanceOf(InvalidRecordingException.class)
                .hasMessageContaining("traffic_measured is missing");
    }

    @Test
    @Tag("nightly")
    void theRecordingsOfTheTestbedAreMatchedWithinTheBars() throws IOException {
        Path data = Path.of(System.getProperty("twinslice.root", "../.."), "../shared/data");
        Assumptions.assumeTrue(
                Files.exists(data.resolve("explora_kpi.csv.gz")), "no recordings beside the repository: " + data);
        TestbedScore score =
                new TestbedFidelity(TestbedFidelity.Size.WHOLE, 1).measure(data, data, FidelityProgress.SILENT);
        assertThat(score.bars()).allMatch(Bar::isMet);
    }
}
