package io.twinslice.lab.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TemplatesCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StringWriter complaints = new StringWriter();

    private int run(String... arguments) {
        Desk desk = new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        return new CommandLine(new TemplatesCommand(desk, 2))
                .setErr(new PrintWriter(complaints))
                .execute(arguments);
    }

    @Test
    void aSmallSearchShowsItsFrontBesideTheRulesAndWritesPageAndJson() throws IOException {
        Path json = folder.resolve("templates.json");
        Path page = folder.resolve("templates.html");
        assertThat(run(
                        "--scenario=quiet-shift",
                        "--generations=1",
                        "--population=4",
                        "--episodes=1",
                        "--test-episodes=1",
                        "--out=" + page,
                        "--json=" + json))
                .isEqualTo(ExitCode.OK);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("template 1", "drift-plus-penalty", "PRB-seconds");
        assertThat(Files.readString(page)).contains("Twinslice templates", "quiet-shift");
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.path("front")).isNotEmpty();
        assertThat(result.path("front").path(0).path("slices")).hasSize(4);
        assertThat(result.path("rules").findValuesAsText("policy")).contains("nvs", "equal-split");
    }

    @Test
    void whatCannotBeSearchedIsRefusedByName() {
        assertThat(run("--scenario=nowhere")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--population=2")).isEqualTo(ExitCode.USAGE);
        assertThat(complaints.toString())
                .contains("no scenario of the suite is named \"nowhere\"", "--population takes 4..1000, not 2");
    }
}
