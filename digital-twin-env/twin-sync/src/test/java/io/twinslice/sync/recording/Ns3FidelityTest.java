package io.twinslice.sync.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Ns3FidelityTest {
    private static final String HEADER =
            "t_ms,slice,thrMbps,offeredMbps,txPkts,rlcDropPkts,prbShare,backlogFrac,delayHist,cqiHist\n";
    private static final int INTERVALS = 140;

    @TempDir
    private Path folder;

    /** One slice of one UE at CQI 10 without fading, 10 packets of 1200 B per interval, a quota that changes once. */
    private void record(String name, String quota) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), """
            {"name": "%s", "scenario": {"slices": [{"name": "embb", "traffic": "cbr", "nUe": 1,
             "packetBytes": 1200, "rateMbps": 0.96}]}, "schedule": [[0, [[0, 0.5, 1]]], [12000, [%s]]]}
            """.formatted(name, quota));
        try (Writer csv = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".csv.gz"))),
                StandardCharsets.UTF_8)) {
            csv.write(HEADER);
            for (int interval = 0; interval < INTERVALS; interval++) {
                csv.write(interval * 100 + ",embb,0.984,0.96,10,0,0.06,0.1,0 0 0 10" + " 0".repeat(20) + ","
                        + "0 ".repeat(10) + "100" + " 0".repeat(5) + "\n");
            }
        }
    }

    @Test
    void aTwinOfAQuietSliceDeliversWhatIsOfferedInTime() throws IOException {
        record("a", "[0, 0.4, 1]");
        record("b", "[0, 0.3, 1]");
        Ns3Score score = new Ns3Fidelity(2, 1).measure(folder, folder, FidelityProgress.SILENT);
        assertThat(score.slices()).hasSize(2);
        assertThat(score.throughputNrmse()).isLessThan(0.05);
        assertThat(score.p95DelayRatioLow()).isBetween(0.7, 1.4);
        assertThat(score.responses()).isZero();
        assertThat(score.curves()).hasSize(2);
    }

    @Test
    void aQuotaThatCannotBeIsRefusedWithItsPlace() throws IOException {
        record("a", "[0.5, 0.4, 1]");
        assertThatThrownBy(() -> Ns3Reader.read(folder))
                .isInstanceOf(InvalidRecordingException.class)
                .hasMessageContaining("a.json, schedule: 12000 ms");
    }

    @Test
    void aHistogramOfOtherLengthIsRefused() throws IOException {
        record("a", "[0, 0.4, 1]");
        try (Writer csv = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.csv.gz"))), StandardCharsets.UTF_8)) {
            csv.write(HEADER + "0,embb,0.984,0.96,10,0,0.06,0.1,0 0 0 10,0 0\n");
        }
        assertThatThrownBy(() -> Ns3Reader.read(folder))
                .isInstanceOf(InvalidRecordingException.class)
                .hasMessageContaining("column delayHist");
    }

    private static Path data() {
        Path data = Path.of(System.getProperty("twinslice.root", "../.."), "../shared/data/ns3");
        Assumptions.assumeTrue(Files.isDirectory(data), "no traces beside the repository: " + data);
        return data;
    }

    @Test
    void twoTracesOfTheSimulatorAreMatched() throws IOException {
        Path data = data();
        for (String name : List.of("s04_static_epa_step5s", "s13_syncstorm_const")) {
            for (String end : List.of(".json", ".csv.gz")) {
                Assumptions.assumeTrue(Files.exists(data.resolve(name + end)), "no trace " + name);
                Files.copy(data.resolve(name + end), folder.resolve(name + end));
            }
        }
        Ns3Score score = new Ns3Fidelity(1, 1).measure(folder, folder, FidelityProgress.SILENT);
        assertThat(score.throughputNrmse()).isLessThan(0.10);
        assertThat(score.signAgreement()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    @Tag("nightly")
    void theTracesOfTheSimulatorAreMatched() throws IOException {
        Path data = data();
        Ns3Score score = new Ns3Fidelity(24, 1).measure(data, data, FidelityProgress.SILENT);
        assertThat(score.throughputNrmse()).isLessThan(0.10);
        assertThat(score.signAgreement()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.p95DelayWithin()).isGreaterThan(0.75);
    }
}
