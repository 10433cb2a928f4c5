package io.twinslice.lab.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.evaluation.Oracle;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BaselinesCommandTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aStudyHasATableAReportAndAPageAndGoesOnWhereItStopped() throws IOException {
        Path json = folder.resolve("baselines.json");
        Path page = folder.resolve("baselines.md");
        Path out = folder.resolve("study");
        String[] arguments = {
            "--scenario=slot-loss", "--seeds=2", "--out=" + out, "--json=" + json, "--markdown=" + page
        };
        assertThat(command().execute(arguments))
                .as(said.toString(StandardCharsets.UTF_8))
                .isEqualTo(ExitCode.OK);

        JsonNode study = new ObjectMapper().readTree(Files.readString(json));
        assertThat(study.path("oracleIsFirst").asBoolean()).isTrue();
        JsonNode scenario = study.path("scenarios").path(0);
        assertThat(scenario.path("scenario").asText()).isEqualTo("slot-loss");
        assertThat(scenario.path("policies")).hasSize(12);
        assertThat(scenario.path("policies").path(0).path("policy").asText()).isEqualTo("oracle");
        for (JsonNode policy : scenario.path("policies")) {
            assertThat(policy.path("episodes").asInt()).isEqualTo(2);
            assertThat(policy.path("normalisedScore").asDouble()).isLessThanOrEqualTo(1);
            assertThat(policy.path("prbShare").asDouble()).isBetween(0.1, 1.0);
            if (policy.path("policy").asText().equals("best-static")) {
                assertThat(policy.path("normalisedScore").asDouble()).isZero();
            }
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("oracle", "drift-plus-penalty", "report.html");
        assertThat(Files.readString(page)).contains("## slot-loss", "| oracle |", "--seeds 2");
        assertThat(Files.readString(out.resolve("report.html"))).contains("slot-loss", "drift-plus-penalty");

        String first = Files.readString(json);
        Path oracle = out.resolve("episodes/slot-loss/oracle.json");
        Files.setLastModifiedTime(oracle, LONG_AGO);
        Files.delete(out.resolve("episodes/slot-loss/nvs.json"));
        assertThat(command().execute(arguments)).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(json)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(oracle)).isEqualTo(LONG_AGO);
        assertThat(out.resolve("episodes/slot-loss/nvs.json")).exists();
    }

    @Test
    void whatWasPlayedUnderAnotherFingerprintOrCannotBeReadIsPlayedAgain() throws IOException {
        EpisodeStore store = new EpisodeStore(folder);
        EpisodeScore score = new EpisodeScore(7, 100, List.of(1, 2), 60, 1.5, 20, -3.25, 0, "");
        store.add("slot-loss", "nvs", "one", List.of(score));
        store.add("slot-loss", "nvs", "one", List.of(new EpisodeScore(8, 100, List.of(), 0, 0, 0, 0, 0, "broke")));
        assertThat(store.episodes("slot-loss", "nvs", "one")).hasSize(2).containsEntry(7L, score);
        assertThat(store.episodes("slot-loss", "nvs", "two")).isEmpty();
        Files.writeString(folder.resolve("slot-loss/nvs.json"), "{\"fingerprint\":\"one\",\"episo");
        assertThat(store.episodes("slot-loss", "nvs", "one")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scenario=nowhere", "--seeds=0", "--seeds=10001"})
    void whatCannotBeIsBadUsage(String option) {
        assertThat(command().execute(option)).isEqualTo(ExitCode.USAGE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theInterquartileMeanLeavesTheOuterQuartersOut() {
        assertThat(Overall.interquartileMean(new double[] {1000, 1, 3, -500, 2, 4, 2, 4}))
                .isEqualTo(2.75);
        assertThat(Overall.interquartileMean(new double[] {5})).isEqualTo(5);
    }

    private CommandLine command() {
        return new CommandLine(new BaselinesCommand(
                        new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0),
                        2,
                        seeds -> new StudySize(seeds, 60, 1, 3, new Oracle.Settings(10, 10, 2, 3))))
                .setErr(new PrintWriter(new StringWriter()));
    }
}
