package io.twinslice.lab.kbrl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
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
import picocli.CommandLine;

class KbrlCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void theFiguresAreTheSameOnAnyNumberOfThreads() throws IOException {
        Path json = folder.resolve("kbrl.json");
        Path page = folder.resolve("kbrl.html");
        String[] arguments = {
            "--scenario=s4",
            "--learner=lending,kbrl-0.99",
            "--seeds=2",
            "--stages=80",
            "--out=" + page,
            "--json=" + json
        };
        assertThat(run(1, arguments)).isEqualTo(ExitCode.OK);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("lending", "kbrl-0.99", "not comparable");
        JsonNode results = new ObjectMapper().readTree(json.toFile());
        assertThat(results).hasSize(2);
        JsonNode first = results.path(0);
        assertThat(first.path("scenario").asText()).isEqualTo("S4");
        assertThat(first.path("learner").asText()).isEqualTo("lending");
        assertThat(first.path("seeds").asInt()).isEqualTo(2);
        assertThat(first.path("comparable").asBoolean(true)).isFalse();
        double one = first.path("runs").path(0).path("prb").asDouble();
        double two = first.path("runs").path(1).path("prb").asDouble();
        assertThat(first.path("prb").asDouble()).isEqualTo((one + two) / 2);
        assertThat(first.path("prbLow").asDouble()).isEqualTo(Math.min(one, two));
        assertThat(first.path("prbHigh").asDouble()).isEqualTo(Math.max(one, two));
        byte[] before = Files.readAllBytes(json);
        assertThat(Files.readString(page)).contains("Violations so far", "lending");
        run(3, arguments);
        assertThat(Files.readAllBytes(json)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scenario=S5", "--learner=luck", "--seeds=0", "--stages=3", "--stages=1000001"})
    void whatCannotBeRunIsRefused(String argument) {
        assertThat(run(1, argument)).isEqualTo(ExitCode.USAGE);
    }

    private int run(int processors, String... arguments) {
        Desk desk = new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        return new CommandLine(new KbrlCommand(desk, processors)).execute(arguments);
    }
}
