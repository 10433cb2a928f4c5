package io.twinslice.lab.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimCommandTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StringWriter complained = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void anEpisodeIsDrawnAndItsWindowsAgreeWithItsSummary() throws Exception {
        Path page = folder.resolve("deep/timeline.html");
        Path json = folder.resolve("sim.json");
        assertThat(run(
                        "--scenario=flash-crowd",
                        "--policy=equal-split",
                        "--seconds=20",
                        "--out=" + page,
                        "--json=" + json))
                .as(complained.toString())
                .isEqualTo(ExitCode.OK);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("flash-crowd, seed 1", "building", "timeline:", "█");
        assertThat(Files.readString(page)).contains("flash-crowd under equal-split", "PRBs used");

        JsonNode result = new ObjectMapper().readTree(json.toFile());
        double broken = 0;
        for (JsonNode twin : result.get("twins")) {
            assertThat(twin.get("windows")).hasSize(200);
            int count = 0;
            for (JsonNode window : twin.get("windows")) {
                count += window.get("broken").booleanValue() ? 1 : 0;
            }
            assertThat(twin.get("brokenSeconds").doubleValue()).isEqualTo(count * 0.1);
            broken += count * 0.1;
        }
        assertThat(broken).as("a hard equal split cannot carry a crowd").isPositive();
    }

    @Test
    void theSameSeedGivesTheSamePage() throws Exception {
        Path first = folder.resolve("first.html");
        Path second = folder.resolve("second.html");
        run("--seconds=2", "--out=" + first);
        run("--seconds=2", "--out=" + second);
        assertThat(Files.readString(first)).isEqualTo(Files.readString(second));
    }

    @Test
    void whatDoesNotExistIsRefusedWithWhatDoes() {
        assertThat(run("--scenario=atlantis")).isEqualTo(ExitCode.USAGE);
        assertThat(complained.toString()).contains("atlantis", "flash-crowd");
        assertThat(run("--policy=luck")).isEqualTo(ExitCode.USAGE);
        assertThat(complained.toString()).contains("luck", "drift-plus-penalty");
        assertThat(run("--seconds=0")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aSparklineShowsTheMeanOfEachColumn() {
        assertThat(Sparkline.of(List.of(0.0, 0.5, 1.0, 2.0), 1, 4, true)).isEqualTo(" ▄██");
        assertThat(Sparkline.of(List.of(0.0, 1.0, 1.0, 1.0), 1, 2, true)).isEqualTo("▄█");
        assertThat(Sparkline.of(Collections.nCopies(3, 1.0), 1, 10, false)).isEqualTo("@@@");
    }

    private int run(String... arguments) {
        Desk desk = new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0L);
        return new CommandLine(new SimCommand(desk, () -> 0L))
                .setErr(new PrintWriter(complained, true))
                .execute(arguments);
    }
}
