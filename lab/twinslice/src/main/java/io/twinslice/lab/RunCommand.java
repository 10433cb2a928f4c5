package io.twinslice.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice run}: checks its options and hands them to the {@link RunJob}. */
@Command(
        name = "run",
        description =
                "Calibrates a twin of the RAN, trains a policy in it, verifies and signs the policy, lets the xApp"
                        + " run it against a live E2 node, and writes a report.")
final class RunCommand implements Callable<Integer> {
    static final String DEFAULT_SCENARIO = "factory-floor";

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    private final RunJob job;
    private final Desk desk;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--quick", description = "A smaller training plan, and fewer and shorter episodes.")
    private boolean quick;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides everything random: same seed, same results (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the results (default: out/<UTC time>).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--scenario",
            paramLabel = "S",
            defaultValue = DEFAULT_SCENARIO,
            description = "Scenario of the suite (default: ${DEFAULT-VALUE}).")
    private String scenario = DEFAULT_SCENARIO;

    @Option(names = "--policy", paramLabel = "BUNDLE", description = "Use this signed bundle and skip training.")
    private Optional<Path> bundle = Optional.empty();

    @Option(
            names = "--candidate",
            paramLabel = "NAME",
            description = "Put this candidate through verification and skip training, for example: starve.")
    private Optional<String> candidate = Optional.empty();

    @Option(
            names = "--traffic",
            paramLabel = "FILE",
            description = "Replay recorded traffic as the demand of the twins.")
    private Optional<Path> traffic = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "CAPTURE=TWIN",
            split = ",",
            description = "Which capture of --traffic feeds which twin; repeatable.")
    private List<String> map = new ArrayList<>();

    @Option(names = "--paced", description = "Run the live part in real time.")
    private boolean paced;

    @Option(names = "--json", paramLabel = "FILE", description = "Copy run.json to this file as well.")
    private Optional<Path> json = Optional.empty();

    RunCommand(RunJob job, Desk desk, InstantSource clock) {
        this.job = job;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        return job.run(options(), desk);
    }

    private RunOptions options() {
        Checks check = new Checks(spec);
        check.that(
                bundle.isEmpty() || candidate.isEmpty(),
                "--policy and --candidate exclude each other: both say what to run instead of training");
        Path folder = out.orElseGet(() -> Path.of("out", FOLDER.format(clock.instant())));
        check.that(
                !Files.exists(folder) || Files.isDirectory(folder),
                "--out must name a folder, and this is none: " + folder);
        return new RunOptions(
                quick,
                check.seed(seed),
                folder,
                check.name("--scenario", scenario),
                check.readable("--policy", bundle),
                candidate.map(name -> check.name("--candidate", name)),
                check.readable("--traffic", traffic),
                check.map(map, traffic),
                paced,
                check.writable("--json", json));
    }
}
