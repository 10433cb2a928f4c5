package io.twinslice.lab.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.sync.drift.DriftTrial;
import io.twinslice.sync.fidelity.ActionResponse;
import io.twinslice.sync.mirror.ReportQuality;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MirrorCommandTest {
    private static final MirrorTrial.Size SMALL =
            new MirrorTrial.Size(new ActionResponse.Effort(2, 5), new DriftTrial(1000, 2, 60, 30, 0.2), 2);

    @TempDir
    private Path folder;

    private static MirrorRecord small(String scenario, ReportQuality quality) {
        Scenario played = Scenarios.byName(scenario).withWindows(60);
        Desk desk = new Desk(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        return new MirrorTrial(played, quality, SMALL, 5, desk).run();
    }

    @Test
    void whatIsFoundIsTheSameForTheSameSeed() throws Exception {
        MirrorRecord first = small("surgery-burst", ReportQuality.POOR);
        MirrorRecord second = small("surgery-burst", ReportQuality.POOR);
        assertThat(MirrorJson.of(second)).isEqualTo(MirrorJson.of(first));
        assertThat(new MirrorPage(second).html()).isEqualTo(new MirrorPage(first).html());
        JsonNode json = new ObjectMapper().readTree(MirrorJson.of(first));
        assertThat(json.path("parameters")).hasSize(12);
        assertThat(json.path("values")).hasSize(16);
        assertThat(json.path("drift")).hasSize(12);
        assertThat(json.path("fidelity").path("scores")).hasSize(39);
        assertThat(json.path("fidelity").path("scores").path(0).path("axis").asText())
                .isEqualTo("freshness");
        assertThat(json.path("link").path("windowsLost").asInt()).isPositive();
    }

    /** Without loss and lateness nothing is lost, and what is shown is never older than a window. */
    @Test
    void aPerfectLinkLosesNothingAndShowsWhatIsFresh() {
        MirrorRecord mirror = small("quiet-shift", ReportQuality.PERFECT);
        assertThat(mirror.link().lost()).isZero();
        assertThat(mirror.fidelity().scores().getFirst().value()).isLessThanOrEqualTo(1);
        assertThat(mirror.values())
                .allSatisfy(value -> assertThat(value.ageMillis()).isLessThan(200));
        assertThat(mirror.parameters())
                .filteredOn(found -> found.estimate().name().equals("load"))
                .hasSize(4)
                .allSatisfy(found ->
                        assertThat(found.estimate().mean() / found.truth()).isBetween(0.9, 1.1));
    }

    @Test
    void theCommandShowsTablesAndWritesItsFiles() throws Exception {
        Path json = folder.resolve("mirror.json");
        Path html = folder.resolve("mirror.html");
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Desk desk = new Desk(new PrintStream(shown, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        int exit = new CommandLine(new MirrorCommand(desk))
                .execute(
                        "--scenario",
                        "quiet-shift",
                        "--windows",
                        "50",
                        "--drift-windows",
                        "0",
                        "--json",
                        json.toString(),
                        "--html",
                        html.toString());
        assertThat(exit).isEqualTo(ExitCode.OK);
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("fidelity vector", "sign agreement", "factory", "reports received");
        assertThat(new ObjectMapper().readTree(json.toFile()).path("windows").asInt())
                .isEqualTo(50);
        assertThat(Files.readString(html)).contains("Twinslice mirror", "one window ahead");
    }

    @ParameterizedTest
    @CsvSource({
        "--loss, 1, loss",
        "--delay, -1, delayMillis",
        "--windows, 49, 50..100000",
        "--drift-windows, 5, 1000..10000000",
        "--scenario, nowhere, nowhere",
        "--seed, -1, --seed"
    })
    void whatCannotBeIsRefused(String option, String value, String reason) {
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new MirrorCommand(new Desk(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        Desk.Style.PLAIN,
                        () -> 0)))
                .setErr(new PrintWriter(err, true))
                .execute(option, value);
        assertThat(exit).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(reason);
    }
}
