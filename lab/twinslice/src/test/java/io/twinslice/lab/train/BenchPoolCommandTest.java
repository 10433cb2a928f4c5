package io.twinslice.lab.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchPoolCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void everyLengthIsTimedAndSized() throws IOException {
        Path json = folder.resolve("pool.json");
        assertThat(run("--pool=echo:up", "--rollouts=1", "--json=" + json)).isEqualTo(ExitCode.OK);
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.path("pool").asText()).isEqualTo("an echo");
        assertThat(result.path("rollouts").asInt()).isEqualTo(1);
        assertThat(result.path("lengths")).hasSize(6).allSatisfy(length -> {
            // The clock of the test goes one second each time it is asked.
            assertThat(length.path("poolSeconds").asDouble()).isEqualTo(1);
            assertThat(length.path("requestOctets").asInt()).isBetween(1000, 100_000);
        });
        assertThat(result.at("/lengths/5/answerOctets").asInt())
                .isGreaterThan(50 * result.at("/lengths/0/answerOctets").asInt());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("an echo beside 1 threads", "answer, KiB");
    }

    @Test
    void aPoolMustBeNamedAndTheNumberOfRolloutsBeInRange() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--pool=echo:up", "--rollouts=0")).isEqualTo(ExitCode.USAGE);
    }

    private int run(String... arguments) {
        AtomicLong seconds = new AtomicLong();
        Desk desk = new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        return new CommandLine(new BenchPoolCommand(desk, () -> 1_000_000_000 * seconds.incrementAndGet(), 1))
                .execute(arguments);
    }
}
