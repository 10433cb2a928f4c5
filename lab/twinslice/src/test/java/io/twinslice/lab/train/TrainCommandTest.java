package io.twinslice.lab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.onnx.Onnx;
import io.twinslice.trainer.PlanFile;
import io.twinslice.trainer.TrainingPlans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TrainCommandTest {
    private static final String PLAN = """
        {
          "name": "tiny",
          "scenarios": ["factory-floor", "suite:sla-flip"],
          "checkpointGenerations": 1,
          "erl": {
            "seed": 3, "population": 4, "generations": MANY, "episodesPerGenome": 2, "episodeWindows": 40,
            "hiddenWidth": 8, "cloneSteps": 20, "selectionEpisodes": 1,
            "evolution": {"elites": 1, "tournament": 2},
            "offPolicy": {"bufferWindows": 2000, "batchRows": 96, "updatesPerGeneration": 10, "criticWidth": 16}
          },
          "benchmark": {"episodes": 2, "windows": 20, "staticPlans": 3, "staticEpisodes": 1}
        }
        """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StringWriter printed = new StringWriter();

    @Test
    void aTrainingLeavesTheNetworkTheReportAndThePlanThatRepeatsThem() throws Exception {
        Path out = folder.resolve("out");
        Path json = folder.resolve("copy.json");
        assertThat(run(plan(2), "--out=" + out, "--json=" + json)).isEqualTo(ExitCode.OK);
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(Files.readAllBytes(json)).isEqualTo(Files.readAllBytes(out.resolve("train.json")));
        assertThat(result.path("curve")).hasSize(2);
        assertThat(result.path("benchmark")).hasSize(2);
        assertThat(result.at("/benchmark/1/scenario").asText()).isEqualTo("suite:sla-flip");
        assertThat(result.at("/benchmark/0/policies/0/policy").asText()).isEqualTo("learned");
        assertThat(result.at("/benchmark/0/policies/0/violationSeconds").asDouble(-1))
                .isBetween(
                        result.at("/benchmark/0/policies/0/violationSecondsLow").asDouble(),
                        result.at("/benchmark/0/policies/0/violationSecondsHigh")
                                .asDouble());
        assertThat(PlanFile.parse(Files.readString(out.resolve("plan.json"))))
                .isEqualTo(PlanFile.parse(result.path("plan").toString()));
        PolicyCandidate candidate = PolicyCandidate.decode(Files.readAllBytes(out.resolve("policy.twincandidate")));
        assertThat(candidate.isSigned()).isTrue();
        assertThat(candidate.digest()).isEqualTo(result.path("candidateDigest").asText());
        assertThat(Onnx.read(Files.readAllBytes(out.resolve("policy.onnx"))).parameters())
                .isEqualTo(candidate.network().parameters());
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("Broken promises", "PRBs held", "best-static", "suite:sla-flip", "erl.offPolicy.batchRows");
        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder(
                        "keys", "plan.json", "policy.onnx", "policy.twincandidate", "report.html", "train.json");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("the learned policy", "report: ");

        // The plan that lies there repeats the result, on a cluster too; a finished training gives way.
        byte[] before = Files.readAllBytes(out.resolve("train.json"));
        byte[] page = Files.readAllBytes(out.resolve("report.html"));
        assertThat(run(out.resolve("plan.json").toString(), "--out=" + out, "--pool=echo:up"))
                .isEqualTo(ExitCode.OK);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("an echo");
        assertThat(Files.readAllBytes(out.resolve("train.json"))).isEqualTo(before);
        assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(page);
        assertThatThrownBy(() -> call("--resume=" + out))
                .isInstanceOf(JobFailure.class)
                .hasMessageContaining("complete");
    }

    @Test
    void aTrainingThatWasKilledEndsAsIfItHadNotBeen() throws Exception {
        Path whole = folder.resolve("whole");
        Path killed = folder.resolve("killed");
        String plan = plan(25);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.twinslice.lab.Twinslice",
                        "train",
                        plan,
                        "--out=" + killed)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        Path checkpoint = killed.resolve("checkpoints").resolve("checkpoint.bin");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (Files.notExists(checkpoint) && child.isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        child.destroyForcibly();
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(checkpoint).as(Files.readString(folder.resolve("child.log"))).exists();
        assertThat(child.exitValue()).as("the exit code of SIGKILL").isEqualTo(128 + 9);
        assertThat(killed.resolve("train.json")).doesNotExist();

        // Neither a second start nor another plan in the same place may destroy it.
        assertThatThrownBy(() -> call(plan, "--out=" + killed))
                .isInstanceOfSatisfying(
                        JobFailure.class,
                        failure -> assertThat(failure.complaint().whatToDo()).contains("--resume " + killed));
        assertThat(run("--resume=" + killed)).isEqualTo(ExitCode.OK);
        assertThat(said.toString(StandardCharsets.UTF_8)).containsPattern("going on after generation [0-9]+ of 25");
        assertThat(run(plan, "--out=" + whole)).isEqualTo(ExitCode.OK);
        for (String file : List.of("train.json", "report.html", "policy.onnx", "plan.json")) {
            assertThat(Files.readAllBytes(killed.resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(whole.resolve(file)));
        }
    }

    @Test
    void aCheckpointOfAnotherPlanOrADamagedOneIsRefusedInWords() throws Exception {
        Path out = folder.resolve("out");
        Files.createDirectories(out.resolve("checkpoints"));
        Files.write(out.resolve("checkpoints").resolve("checkpoint.bin"), new byte[200]);
        Files.copy(Path.of(plan(2)), out.resolve("plan.json"));
        assertThatThrownBy(() -> call("--resume=" + out))
                .isInstanceOf(JobFailure.class)
                .hasMessageContaining("damaged");
        assertThat(out.resolve("checkpoints")).exists();
    }

    @Test
    void theExampleIsAPlan() {
        assertThat(run("--example")).isEqualTo(ExitCode.OK);
        assertThat(PlanFile.parse(printed.toString())).isEqualTo(TrainingPlans.QUICK);
        printed.getBuffer().setLength(0);
        assertThat(run("suite", "--example")).isEqualTo(ExitCode.OK);
        assertThat(PlanFile.parse(printed.toString())).isEqualTo(TrainingPlans.SUITE);
    }

    @Test
    void aWrongPlanIsRefusedByFileAndField() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), "{\"erl\": {\"population\": 1}}");
        assertThatThrownBy(() -> call(file.toString(), "--out=" + folder.resolve("never")))
                .isInstanceOfSatisfying(
                        JobFailure.class,
                        failure -> assertThat(failure.complaint().text())
                                .contains("erl.population must be 4..1000, not 1", file.toString()));
        assertThat(folder.resolve("never")).doesNotExist();
        assertThatThrownBy(() -> call("nosuch")).hasMessageContaining("no such plan");
        assertThatThrownBy(() -> call(folder.toString())).hasMessageContaining("a plan is a file");
        assertThatThrownBy(() -> call("--resume=" + folder)).hasMessageContaining("no plan.json");
    }

    @Test
    void withoutTheModuleAClusterIsRefusedWithWhatToBuild() throws IOException {
        assertThatThrownBy(() -> call(plan(2), "--pool=spark://127.0.0.1:7077", "--out=" + folder.resolve("out")))
                .isInstanceOfSatisfying(JobFailure.class, failure -> {
                    assertThat(failure.complaint().exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
                    assertThat(failure.complaint().whatToDo()).contains("mvn", "policy-learning/on-spark");
                });
        assertThatThrownBy(() -> call(plan(2), "--pool=echo:down", "--out=" + folder.resolve("out")))
                .hasMessageContaining("nobody echoes");
        assertThatThrownBy(() -> call(plan(2), "--pool=echo:breaks", "--out=" + folder.resolve("out")))
                .isInstanceOfSatisfying(
                        JobFailure.class,
                        failure -> assertThat(failure.complaint().text())
                                .contains("the echo died away", "--resume " + folder.resolve("out")));
        assertThatThrownBy(() -> call(plan(2), "--pool=yarn:x", "--out=" + folder.resolve("out")))
                .hasMessageContaining("no pool is known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "quick --resume=x", "--resume=x --seed=2", "quick --pool=cloud", "quick --seed=one"})
    void optionsThatContradictAreRefused(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(ExitCode.USAGE);
    }

    private String plan(int generations) throws IOException {
        return Files.writeString(folder.resolve("tiny.json"), PLAN.replace("MANY", Integer.toString(generations)))
                .toString();
    }

    private int run(String... arguments) {
        return line().execute(arguments);
    }

    /** Runs it and lets its failure through. */
    private void call(String... arguments) throws Exception {
        TrainCommand command = command();
        new CommandLine(command).parseArgs(arguments);
        command.call();
    }

    private TrainCommand command() {
        Desk desk = new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        return new TrainCommand(desk, () -> 0, new SecureRandom(), 2);
    }

    private CommandLine line() {
        return new CommandLine(command()).setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
    }
}
