package io.twinslice.lab.baselines;

import io.twinslice.env.Scenario;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Split;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Checks;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.Progress;
import io.twinslice.ransim.PacketTraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice baselines}: plays every policy without learning on the scenario suite, and the oracle. */
@Command(
        name = "baselines",
        description =
                "Plays every policy that needs no learning, the best static plan and the clairvoyant oracle on the"
                    + " same seeds of the scenario suite, and scores them: 0 is the best static plan, 1 the oracle. An"
                    + " interrupted study goes on where it stopped.")
public final class BaselinesCommand implements Callable<Integer> {
    private static final Path RECORDINGS = Path.of("..", "shared", "data", "tractor_packets.csv.gz");
    private static final int MOST_SEEDS = 10_000;

    private final Desk desk;
    private final int processors;
    private final IntFunction<StudySize> standard;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "S",
            split = ",",
            description = "Only this scenario of the suite; repeatable (default: all).")
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Episodes of the test split of each scenario (default: ${DEFAULT-VALUE}).")
    private int seeds = 20;

    @Option(names = "--quick", description = "A shorter search for the best static plan and a coarser oracle.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the report and of what was played already (default: out/baselines).")
    private Path out = Path.of("out", "baselines");

    @Option(
            names = "--recordings",
            paramLabel = "FILE",
            description = "Recorded phone packets for diurnal-replay (default: ../shared/data/tractor_packets.csv.gz"
                    + " where it is there, and a synthetic day where it is not).")
    private Optional<Path> recordings = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the table to this file as well.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the table as a page of the documentation.")
    private Optional<Path> markdown = Optional.empty();

    /** @param processors episodes that are played side by side; only speed depends on it */
    public BaselinesCommand(Desk desk, int processors) {
        this(desk, processors, StudySize::standard);
    }

    /** @param standard the size of a study of so many seeds */
    BaselinesCommand(Desk desk, int processors, IntFunction<StudySize> standard) {
        this.desk = desk;
        this.processors = processors;
        this.standard = standard;
    }

    @Override
    public Integer call() throws IOException, JobFailure {
        Checks.require(spec, seeds >= 1 && seeds <= MOST_SEEDS, "--seeds takes 1.." + MOST_SEEDS + ", not " + seeds);
        Checks.require(
                spec,
                !Files.exists(out) || Files.isDirectory(out),
                "--out must name a folder, and this is none: " + out);
        Checks.known(spec, "--scenario: no scenario of the suite", scenarios, ScenarioSuite.names());
        StudySize size = quick ? StudySize.quick(seeds) : standard.apply(seeds);
        ScenarioSuite suite = suite(recordings);
        List<String> names = scenarios.isEmpty()
                ? ScenarioSuite.names()
                : ScenarioSuite.names().stream().filter(scenarios::contains).toList();
        Study study = new Study(size, play(suite, names, size));
        StudyPages pages = new StudyPages(study);
        pages.show(desk);
        if (json.isPresent()) {
            AtomicFile.write(json.get(), pages.json());
        }
        if (markdown.isPresent()) {
            AtomicFile.write(markdown.get(), pages.markdown());
        }
        Path report = out.resolve("report.html");
        AtomicFile.write(report, pages.html());
        desk.say("report: " + report);
        return study.oracleIsFirst() ? ExitCode.OK : ExitCode.ANSWER_IS_NO;
    }

    private List<ScenarioResult> play(ScenarioSuite suite, List<String> names, StudySize size) throws IOException {
        EpisodeStore store = new EpisodeStore(out.resolve("episodes"));
        long units = 0;
        for (String name : names) {
            units += ScenarioStudy.units(
                    size, suite.scenario(name, Split.TEST).twins().size());
        }
        desk.step(names.size() + (names.size() == 1 ? " scenario, " : " scenarios, ") + size.seeds()
                + (size.seeds() == 1 ? " seed" : " paired seeds") + " of the test split each");
        List<ScenarioResult> results = new ArrayList<>();
        try (ExecutorService executor = Daemons.pool("episode", processors);
                Progress progress = desk.progress("playing", units)) {
            for (String name : names) {
                Scenario test = suite.scenario(name, Split.TEST);
                if (name.equals("diurnal-replay")) {
                    desk.say(name + ": " + test.description());
                }
                results.add(new ScenarioStudy(suite.scenario(name, Split.TRAIN), test, size, store, progress, executor)
                        .play());
            }
        }
        return results;
    }

    /** The suite with these recordings, or with those beside the repository where they are there. */
    static ScenarioSuite suite(Optional<Path> recordings) throws IOException, JobFailure {
        Path file = recordings.orElse(RECORDINGS);
        if (recordings.isEmpty() && !Files.isReadable(file)) {
            return ScenarioSuite.synthetic();
        }
        try {
            return ScenarioSuite.replaying(PacketTraceReader.read(file));
        } catch (IllegalArgumentException tooFew) {
            throw new JobFailure(
                    Complaint.usage(
                            String.valueOf(tooFew.getMessage()),
                            file.toString(),
                            "give a recording with more captures, or none"),
                    tooFew);
        }
    }
}
