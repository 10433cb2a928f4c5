package io.twinslice.lab.classic;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aShortTrainingWritesTablePageAndJsonAndClaimsNothing() throws IOException {
        Path json = folder.resolve("classic.json");
        Path page = folder.resolve("classic.html");
        String[] arguments = {
            "classic", "--task=cartpole", "--seeds=2", "--steps=100", "--out=" + page, "--json=" + json
        };
        assertThat(run(arguments)).isEqualTo(ExitCode.OK);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("DQN on cartpole", "490.0", "not comparable");
        JsonNode result =
                new ObjectMapper().readTree(json.toFile()).path("benchmarks").path(0);
        assertThat(result.path("learner").asText()).isEqualTo("DQN");
        assertThat(result.path("comparable").asBoolean(true)).isFalse();
        assertThat(result.path("met").asBoolean(true)).isFalse();
        double first = result.path("runs").path(0).path("score").asDouble();
        double second = result.path("runs").path(1).path("score").asDouble();
        assertThat(result.path("mean").asDouble()).isEqualTo((first + second) / 2);
        assertThat(result.path("meanLow").asDouble()).isEqualTo(Math.min(first, second));
        assertThat(result.path("runs").path(0).path("curve")).hasSize(20);
        byte[] before = Files.readAllBytes(json);
        String pageBefore = Files.readString(page);
        assertThat(pageBefore).contains("DQN on cartpole", "Learning curves");
        run(arguments);
        assertThat(Files.readAllBytes(json)).isEqualTo(before);
        assertThat(Files.readString(page)).isEqualTo(pageBefore);
    }

    @Test
    void oneSeedHasNoInterval() throws IOException {
        Path json = folder.resolve("classic.json");
        assertThat(run(
                        "classic",
                        "--task=pendulum",
                        "--learner=td3",
                        "--seeds=1",
                        "--steps=20",
                        "--out=" + folder.resolve("page.html"),
                        "--json=" + json))
                .isEqualTo(ExitCode.OK);
        JsonNode results = new ObjectMapper().readTree(json.toFile()).path("benchmarks");
        assertThat(results).hasSize(1);
        assertThat(results.path(0).path("meanLow").isNull()).isTrue();
    }

    @Test
    void evolutionIsComparedWithTheSameLearnerAlone() throws IOException {
        Path json = folder.resolve("classic.json");
        Path page = folder.resolve("classic.html");
        String[] arguments = {
            "classic", "--task=point-maze", "--seeds=2", "--steps=300", "--out=" + page, "--json=" + json
        };
        assertThat(run(arguments)).isEqualTo(ExitCode.OK);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("ERL - SAC on point-maze", "not comparable");
        assertThat(Files.readString(page)).contains("ERL - SAC on point-maze");
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.path("benchmarks").path(0).path("bar").isNull()).isTrue();
        JsonNode difference = result.path("differences").path(0);
        double erl = result.path("benchmarks").path(1).path("mean").asDouble();
        double sac = result.path("benchmarks").path(0).path("mean").asDouble();
        assertThat(difference.path("against").asText()).isEqualTo("SAC");
        assertThat(difference.path("difference").asDouble()).isEqualTo(erl - sac);
        assertThat(difference.path("differenceLow").isNumber()).isTrue();
        assertThat(difference.path("gain").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--task=chess", "--seeds=0", "--steps=0", "--steps=100001"})
    void whatCannotBeRunIsRefused(String argument) {
        assertThat(run("classic", argument)).isEqualTo(ExitCode.USAGE);
    }

    private int run(String... arguments) {
        Desk desk = new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        return BenchmarkCommand.line(desk).execute(arguments);
    }
}
