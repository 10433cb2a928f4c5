package io.twinslice.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.twinslice.a1.A1Dialect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-04T05:06:07Z"));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Object> asked = new ArrayList<>();

    @Test
    void runHasDefaultsForEverything() {
        assertThat(run("run")).isEqualTo(ExitCode.OK);
        assertThat(asked)
                .containsExactly(new RunOptions(
                        false,
                        1,
                        Path.of("out", "2026-03-04T05-06-07Z"),
                        RunCommand.DEFAULT_SCENARIO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        false,
                        Optional.empty()));
    }

    @Test
    void runTakesEveryOption() throws IOException {
        Path bundle = Files.createFile(folder.resolve("a.bundle"));
        Path traffic = Files.createFile(folder.resolve("t.csv"));
        assertThat(run(
                        "run",
                        "--quick",
                        "--seed=42",
                        "--out=" + folder,
                        "--scenario=ward-2",
                        "--policy=" + bundle,
                        "--traffic=" + traffic,
                        "--map=bs1=line,bs2=line",
                        "--map=bs3=vehicle",
                        "--paced",
                        "--json=" + folder.resolve("copy.json")))
                .isEqualTo(ExitCode.OK);
        RunOptions options = (RunOptions) asked.getFirst();
        assertThat(options.map()).containsOnly(entry("bs1", "line"), entry("bs2", "line"), entry("bs3", "vehicle"));
        assertThat(options.bundle()).contains(bundle);
        assertThat(options.traffic()).contains(traffic);
        assertThat(options.json()).contains(folder.resolve("copy.json"));
        assertThat(options.seed()).isEqualTo(42);
        assertThat(options.quick()).isTrue();
        assertThat(options.paced()).isTrue();
        assertThat(options.scenario()).isEqualTo("ward-2");
    }

    @Test
    void labXappAndShipTakeTheirOptions() throws IOException {
        Path file = Files.createFile(folder.resolve("x"));
        assertThat(run("lab", "--e2-port=0", "--run-for=3", "--seed=7")).isEqualTo(ExitCode.OK);
        assertThat(run("xapp", "--config=" + file)).isEqualTo(ExitCode.OK);
        assertThat(run("ship", file.toString(), "--a1=http://127.0.0.1:8088/a1-p", "--dialect=osc"))
                .isEqualTo(ExitCode.OK);
        assertThat(asked)
                .containsExactly(
                        new LabOptions(
                                7,
                                RunCommand.DEFAULT_SCENARIO,
                                Optional.empty(),
                                Map.of(),
                                "127.0.0.1",
                                0,
                                10000,
                                4560,
                                0,
                                0,
                                Path.of("out/lab"),
                                Optional.empty(),
                                Optional.of(3)),
                        new XappOptions(file),
                        new ShipOptions(
                                file,
                                URI.create("http://127.0.0.1:8088/a1-p"),
                                A1Dialect.OSC,
                                Optional.empty(),
                                30,
                                Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --seed -1",
                "run --seed 99999999999999999999",
                "run --scenario ../etc",
                "run --policy nowhere.bundle",
                "run --traffic .",
                "run --map a=b",
                "run --traffic FILE --map a",
                "run --traffic FILE --map =line",
                "run --traffic FILE --map a=Line!",
                "run --traffic FILE --map a=line,a=ward",
                "run --policy FILE --candidate starve",
                "run --out FILE",
                "run --json .",
                "run surplus",
                "lab --e2-port 65536",
                "lab --run-for 0",
                "xapp",
                "ship FILE",
                "ship FILE --a1 ftp://host/",
                "ship FILE --a1 http://user:secret@host/",
                "ship FILE --a1 http://host/ --dialect klingon",
                "ship FILE --a1 http://host/ --watch -1",
                "nonsense"
            })
    void whatCannotBeUsedIsRefusedBeforeTheJobBegins(String line) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run(line.replace("FILE", file.toString()).split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(asked).isEmpty();
        assertThat(errors())
                .startsWith("error: ")
                .contains("\nwhere: twinslice")
                .contains("--help");
        assertThat(errors().lines()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "lab", "xapp", "ship"})
    void everyCommandExplainsItselfAndItsExitCodes(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Usage: twinslice", "Exit codes:", "130", "--stacktrace");
        assertThat(asked).isEmpty();
    }

    @Test
    void noCommandAtAllIsBadUsageAndNamesTheCommands() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(errors()).contains("run", "lab", "xapp", "ship");
    }

    @Test
    void aNearMissIsAnsweredWithTheRightName() {
        run("run", "--sed", "4");
        assertThat(errors()).contains("did you mean --seed?");
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void theAnswerOfTheJobIsTheExitCode(int answer) {
        assertThat(run((options, desk) -> answer, "run")).isEqualTo(answer);
        assertThat(errors()).isEmpty();
    }

    @Test
    void failuresBecomeShortWordsAndTheirExitCode() {
        assertThat(failing(new NoSuchFileException("a.csv"))).isEqualTo(ExitCode.USAGE);
        assertThat(failing(new BindException("Address already in use"))).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(failing(new ExecutionException(new ConnectException("refused"))))
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(failing(new InterruptedException())).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(failing(new IllegalStateException("odd"))).isEqualTo(ExitCode.INTERNAL);
        assertThat(errors())
                .contains("IllegalStateException: odd", "CommandLineTest line")
                .doesNotContain("\tat ");
        assertThat(failing(new JobFailure(Complaint.usage("bad row", "t.csv line 3", "correct it"))))
                .isEqualTo(ExitCode.USAGE);
        assertThat(errors()).endsWith("error: bad row\nwhere: t.csv line 3\ndo:    correct it\n");
    }

    @Test
    void anErrorOfTheMachineIsCaughtToo() {
        RunJob job = (options, desk) -> {
            throw new NoClassDefFoundError("jdk/incubator/vector/FloatVector");
        };
        assertThat(run(job, "run")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(errors()).contains("--add-modules jdk.incubator.vector");
    }

    @Test
    void theStackTraceIsThereForWhoAsks() {
        RunJob job = (options, desk) -> {
            throw new IllegalStateException("odd");
        };
        assertThat(run(job, "run", "--stacktrace")).isEqualTo(ExitCode.INTERNAL);
        assertThat(errors()).contains("\tat io.twinslice.lab.");
    }

    @Test
    void aHostileMessageCannotSteerTheTerminal() {
        failing(new JobFailure(Complaint.usage("x\u001b[2Jy\nz\u202e", "", "-")));
        assertThat(errors()).startsWith("error: x?[2Jy?z?\n");
    }

    private int failing(Exception failure) {
        return run(
                (options, desk) -> {
                    throw failure;
                },
                "run");
    }

    private int run(String... arguments) {
        return run(
                (options, desk) -> {
                    asked.add(options);
                    return 0;
                },
                arguments);
    }

    private int run(RunJob job, String... arguments) {
        PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
        Twinslice.Jobs jobs = new Twinslice.Jobs(
                job,
                (options, desk) -> asked.add(options) ? 0 : 1,
                (options, desk) -> asked.add(options) ? 0 : 1,
                (options, desk) -> asked.add(options) ? 0 : 1);
        return Twinslice.execute(
                jobs,
                new Desk(stdout, Desk.Style.PLAIN, () -> 0),
                stdout,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                CLOCK,
                arguments);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
