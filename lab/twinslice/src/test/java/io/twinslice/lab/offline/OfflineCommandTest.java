package io.twinslice.lab.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.benchmark.BenchmarkCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineCommandTest {
    private static final List<Split> SPLITS = List.of(new Split(6, 9, 35), new Split(18, 15, 17), new Split(36, 9, 5));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** In an invented recording eMBB needs 36 PRBs while it queues and URLLC needs 35 while it does not. */
    @Test
    void aPolicyThatIsBetterInTheRecordingIsFound() throws Exception {
        record(8, 200, true);
        OfflineResult result = OfflineStudy.run(Recording.read(folder), 1);
        assertThat(result.runs()).isEqualTo(8);
        assertThat(result.beaten()).as(result.answer()).isTrue();
        assertThat(result.answer()).startsWith("The learned policy costs less than the best static split");
    }

    @Test
    void whereNothingDependsOnTheStateNoBetterPolicyIsFound() throws Exception {
        record(8, 200, false);
        OfflineResult result = OfflineStudy.run(Recording.read(folder), 1);
        assertThat(result.beaten()).as(result.answer()).isFalse();
        assertThat(result.loads()).hasSize(3);
        assertThat(result.loads().getFirst().propensityGap()).isLessThan(0.15);
    }

    @Test
    void theCommandShowsATableAndWritesPageAndJsonTheSameEachTime() throws Exception {
        record(8, 120, true);
        Path json = folder.resolve("offline.json");
        Path page = folder.resolve("offline.html");
        assertThat(run("offline", "--data=" + folder, "--out=" + page, "--json=" + json))
                .isEqualTo(ExitCode.OK);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("(18, 15, 17)", "WDR", "learned minus best static");
        assertThat(Files.readString(page)).contains("Twinslice benchmark offline", "(36, 9, 5)");
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.get("runs").intValue()).isEqualTo(8);
        JsonNode both = result.get("loads").get(2);
        assertThat(both.get("policies")).hasSize(SPLITS.size() + 4);
        JsonNode difference = both.get("comparisons").get(0);
        assertThat(difference.get("wdrLow").doubleValue())
                .isLessThan(difference.get("wdrHigh").doubleValue());
        String first = Files.readString(json);
        assertThat(run("offline", "--data=" + folder, "--out=" + page, "--json=" + json))
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readString(json)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "explora_decisions.csv.gz, '6,9,35', '6,9,36', must add up to 50",
        "explora_decisions.csv.gz, '6,9,35', '6,9,x', prb_urllc must be a whole number",
        "explora_experiments.csv, trf1, trf3, traffic_measured must be trf1 or trf2",
        "explora_experiments.csv, campaign, camp, must have the columns",
        "explora_kpi.csv.gz, ',0.5,', ',-0.5,', tx_brate_mbps must be a number",
    })
    void aDamagedRecordingIsRefusedWithItsPlace(String file, String words, String changed, String complaint)
            throws Exception {
        record(2, 30, true);
        String content = Files.readString(folder.resolve(file));
        assertThat(content).contains(words);
        Files.writeString(folder.resolve(file), content.replaceFirst(Pattern.quote(words), changed));
        assertThatThrownBy(() -> Recording.read(folder))
                .isInstanceOf(InvalidRecordingException.class)
                .hasMessageContaining(file + " line ")
                .hasMessageContaining(complaint);
    }

    @Test
    void aFolderWithoutTheRecordingIsRefused() {
        assertThatThrownBy(() -> Recording.read(folder)).hasMessageContaining("explora_experiments.csv does not exist");
    }

    /** The figures of docs/evaluation.md. */
    @Test
    void theRealRecordingIsReadAndAnswered() throws Exception {
        Path data = Path.of(System.getProperty("twinslice.root", "../.."))
                .toAbsolutePath()
                .normalize()
                .resolveSibling("shared")
                .resolve("data");
        Assumptions.assumeTrue(
                Files.exists(data.resolve("explora_kpi.csv.gz")), "the recordings are not beside the repository");
        OfflineResult result = OfflineStudy.run(Recording.read(data), 1);
        assertThat(result.runs()).isEqualTo(24);
        assertThat(result.rounds()).isBetween(12_500, 13_500);
        assertThat(result.loads().getFirst().policies().getFirst().policy()).isEqualTo("(18, 15, 17)");
        assertThat(result.loads().get(1).policies().getFirst().policy()).isEqualTo("(12, 15, 23)");
    }

    private int run(String... arguments) {
        Desk desk = new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        return BenchmarkCommand.line(desk).execute(arguments);
    }

    /** Invents a recording: the reader takes plain files under the names of packed ones. */
    private void record(int runs, int decisions, boolean stateMatters) throws IOException {
        StringBuilder experiments = new StringBuilder("exp,campaign,traffic_measured\nm1,motivation,trf1\n");
        StringBuilder choices = new StringBuilder("exp,t_ms,prb_embb,prb_mtc,prb_urllc\n");
        StringBuilder kpis = new StringBuilder("exp,t_ms,report,slice_id,dl_buffer_bytes,tx_brate_mbps,slice_prb\n");
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < runs; run++) {
            boolean heavy = run % 2 == 0;
            String load = heavy ? "trf1" : "trf2";
            experiments
                    .append("r")
                    .append(run)
                    .append(",winter-2023,")
                    .append(load)
                    .append('\n');
            Split split = SPLITS.getFirst();
            boolean queued = false;
            int report = 0;
            for (int k = 0; k < decisions; k++) {
                long millis = 60_000 + 3000L * k;
                Split last = split;
                split = SPLITS.get(random.nextInt(SPLITS.size()));
                choices.append(String.format(
                        Locale.ROOT, "r%d,%d,%d,%d,%d%n", run, millis, split.embb(), split.mtc(), split.urllc()));
                double chance = !stateMatters ? 0.3 : (queued ? split.embb() == 36 : split.urllc() == 35) ? 0.05 : 0.6;
                for (int second = 0; second < 3; second++) {
                    Split shown = second == 0 ? last : split;
                    boolean bad = random.nextDouble() < chance;
                    boolean isLast = second == 2;
                    queued = isLast ? random.nextBoolean() : queued;
                    String head = String.format(Locale.ROOT, "r%d,%d,%d", run, millis + 500 + 1000L * second, report++);
                    kpis.append(head).append(",0,").append(queued ? 90_000 : 0).append(bad ? ",0.5," : ",4.0,");
                    kpis.append(shown.embb()).append('\n');
                    kpis.append(head).append(",1,0,0.1,").append(shown.mtc()).append('\n');
                    kpis.append(head).append(",2,").append(bad ? 158 : 0).append(",0.1,");
                    kpis.append(shown.urllc()).append('\n');
                }
            }
        }
        Files.writeString(folder.resolve("explora_experiments.csv"), experiments);
        Files.writeString(folder.resolve("explora_decisions.csv.gz"), choices);
        Files.writeString(folder.resolve("explora_kpi.csv.gz"), kpis);
    }
}
