package io.twinslice.lab.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Split;
import io.twinslice.evaluation.EpisodeCost;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.evaluation.Oracle;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.learners.suite.SuitePlan;
import io.twinslice.model.QuotaPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SuiteCommandTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void bothLearnersHaveTheSameStepsAndAnInterruptedBenchmarkGoesOn() throws IOException {
        Path json = folder.resolve("suite.json");
        Path page = folder.resolve("suite.html");
        Path markdown = folder.resolve("suite.md");
        String[] arguments = {
            "--scenario=slot-loss",
            "--seeds=2",
            "--baselines=" + folder.resolve("baselines"),
            "--out=" + page,
            "--json=" + json,
            "--markdown=" + markdown
        };
        assertThat(command().execute(arguments))
                .as(said.toString(StandardCharsets.UTF_8))
                .isEqualTo(ExitCode.OK);

        String first = Files.readString(json);
        JsonNode study = new ObjectMapper().readTree(first);
        JsonNode learners = study.path("learners");
        assertThat(learners).hasSize(2);
        assertThat(learners.path(1).path("environmentSteps"))
                .isEqualTo(learners.path(0).path("environmentSteps"));
        assertThat(learners.path(0).path("environmentSteps").asLong()).isPositive();
        JsonNode scenario = study.path("scenarios").path(0);
        assertThat(scenario.path("policies").findValuesAsText("policy"))
                .contains("certified-erl", "sac-lagrangian", "raced-static", "best-static", "oracle")
                .hasSize(15);
        assertThat(study.path("comparisons")).hasSize(8);
        assertThat(Files.readString(page)).contains("slot-loss", "certified-erl", "raced-static");
        assertThat(Files.readString(markdown)).contains("fewer violation seconds than best static", "| slot-loss |");

        Path learned = folder.resolve("suite-policies-1/slot-loss/certified-erl.json");
        Files.setLastModifiedTime(learned, LONG_AGO);
        Files.delete(folder.resolve("baselines/episodes/slot-loss/certified-erl.json"));
        Files.writeString(folder.resolve("suite-policies-1/slot-loss/sac-lagrangian.json"), "{\"fing");
        assertThat(command().execute(arguments)).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(json)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(learned)).isEqualTo(LONG_AGO);
    }

    @Test
    void aComparisonIsOfAllDynamicScenariosTogether() {
        List<ScenarioResult> results = List.of(
                result("slot-loss", 200, 100, 2),
                result("sla-flip", 10, 20, 1),
                // Does not count: nothing changes there.
                result("quiet-shift", 1, 100, 1));
        SuiteComparison comparison = SuiteComparison.of(results, "ours", "best-static");
        assertThat(comparison.savedShare().mean()).isBetween(0.4225, 0.4226);
        assertThat(comparison.savedShare().low())
                .isLessThanOrEqualTo(comparison.savedShare().mean());
        assertThat(comparison.savedShare().high())
                .isGreaterThanOrEqualTo(comparison.savedShare().mean());
        assertThat(comparison.prbRatio().mean()).isEqualTo(1.5);
        assertThat(comparison.worse()).containsExactly("sla-flip");
        assertThat(SuiteCommand.meetsBar(comparison)).isFalse();
        assertThat(SuiteCommand.meetsBar(
                        SuiteComparison.of(List.of(result("slot-loss", 200, 100, 1)), "ours", "best-static")))
                .isTrue();
    }

    /** Broken windows of the best static plan and of ours in each of four episodes, and the ratio of PRBs. */
    private static ScenarioResult result(String name, int bestStatic, int ours, double prbRatio) {
        var scenario = ScenarioSuite.synthetic().scenario(name, Split.TEST);
        List<EpisodeScore> first = new ArrayList<>();
        List<EpisodeScore> second = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            first.add(new EpisodeScore(seed, 100, List.of(bestStatic + seed), 600, 1000, 20, -3, 0, ""));
            second.add(new EpisodeScore(seed, 100, List.of(ours + seed), 600, 1000 * prbRatio, 20, -3, 0, ""));
        }
        return new ScenarioResult(
                scenario,
                QuotaPlan.unsliced(4),
                EpisodeCost.of(scenario.twins(), 600),
                Map.of("best-static", first, "ours", second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scenario=nowhere", "--learner=nobody", "--seeds=0", "--seeds=10001"})
    void whatCannotBeIsBadUsage(String option) {
        assertThat(command().execute(option)).isEqualTo(ExitCode.USAGE);
        assertThat(folder).isEmptyDirectory();
    }

    private CommandLine command() {
        return new CommandLine(new SuiteCommand(
                        new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0),
                        2,
                        () -> 0,
                        seeds -> new StudySize(seeds, 60, 1, 3, new Oracle.Settings(10, 10, 2, 3)),
                        seed -> new SuitePlan(seed, 10, 1, 3, 1, 20, 4, 0.003, 1, 2, 10, 40, 4, 1, 2)))
                .setErr(new PrintWriter(new StringWriter()));
    }
}
