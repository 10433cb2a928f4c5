package io.twinslice.lab.baselines;

import io.twinslice.env.Scenario;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Split;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Checks;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.Progress;
import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.suite.SuitePlan;
import io.twinslice.model.QuotaPlan;
import io.twinslice.policy.Baselines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice benchmark suite}: learned policies on the scenario suite. */
@Command(
        name = "suite",
        description = "Learns a policy for each scenario of the suite on its train split, and plays it against the best"
                + " static plan, the rules and the oracle on seeds of the test split. What was learned or played"
                + " already is not done again.")
public final class SuiteCommand implements Callable<Integer> {
    private static final int MOST_SEEDS = 10_000;
    private static final double BAR = 0.3;

    private final Desk desk;
    private final int processors;
    private final LongSupplier cpuNanos;
    private final IntFunction<StudySize> standard;
    private final LongFunction<SuitePlan> plans;

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
            names = "--learner",
            paramLabel = "L",
            split = ",",
            description = "certified-erl or sac-lagrangian; repeatable (default: both). The second has the environment"
                    + " steps of the first.")
    private List<String> learners = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Episodes of the test split of each scenario (default: ${DEFAULT-VALUE}).")
    private int seeds = 20;

    @Option(
            names = "--training-seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What learning begins with (default: ${DEFAULT-VALUE}).")
    private long trainingSeed = 1;

    @Option(
            names = "--baselines",
            paramLabel = "DIR",
            description = "Folder in which twinslice baselines keeps what it played, read and continued"
                    + " (default: out/baselines).")
    private Path baselines = Path.of("out", "baselines");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The page; what was learned is kept in the folder suite beside it"
                    + " (default: out/benchmark-suite.html).")
    private Path out = Path.of("out", "benchmark-suite.html");

    @Option(
            names = "--recordings",
            paramLabel = "FILE",
            description = "Recorded phone packets for diurnal-replay (default: ../shared/data/tractor_packets.csv.gz"
                    + " where it is there, and a synthetic day where it is not).")
    private Optional<Path> recordings = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the tables as Markdown as well.")
    private Optional<Path> markdown = Optional.empty();

    /**
     * @param processors episodes that are played side by side; only speed depends on it
     * @param cpuNanos CPU time of this process
     */
    public SuiteCommand(Desk desk, int processors, LongSupplier cpuNanos) {
        this(desk, processors, cpuNanos, StudySize::standard, SuitePlan::standard);
    }

    SuiteCommand(
            Desk desk,
            int processors,
            LongSupplier cpuNanos,
            IntFunction<StudySize> standard,
            LongFunction<SuitePlan> plans) {
        this.desk = desk;
        this.processors = processors;
        this.cpuNanos = cpuNanos;
        this.standard = standard;
        this.plans = plans;
    }

    @Override
    public Integer call() throws IOException, JobFailure {
        Checks.require(spec, seeds >= 1 && seeds <= MOST_SEEDS, "--seeds takes 1.." + MOST_SEEDS + ", not " + seeds);
        Checks.require(
                spec,
                !Files.exists(baselines) || Files.isDirectory(baselines),
                "--baselines must name a folder, and this is none: " + baselines);
        Checks.known(spec, "--scenario: no scenario of the suite", scenarios, ScenarioSuite.names());
        Checks.known(spec, "--learner: no learner", learners, SuiteLearning.LEARNERS);
        List<String> names = chosen(scenarios, ScenarioSuite.names());
        List<SuiteStudy.Played> played = play(names, standard.apply(seeds));
        SuiteStudy study = new SuiteStudy(standard.apply(seeds), trainingSeed, chosenLearners(), played);
        SuitePages pages = new SuitePages(study);
        pages.show(desk);
        if (json.isPresent()) {
            AtomicFile.write(json.get(), pages.json());
        }
        if (markdown.isPresent()) {
            AtomicFile.write(markdown.get(), pages.markdown());
        }
        AtomicFile.write(out, pages.html());
        desk.say("page: " + out);
        return ExitCode.OK;
    }

    private List<String> chosenLearners() {
        return chosen(learners, SuiteLearning.LEARNERS);
    }

    private static List<String> chosen(List<String> wanted, List<String> all) {
        return wanted.isEmpty() ? all : all.stream().filter(wanted::contains).toList();
    }

    private List<SuiteStudy.Played> play(List<String> names, StudySize size) throws IOException, JobFailure {
        ScenarioSuite suite = BaselinesCommand.suite(recordings);
        EpisodeStore store = new EpisodeStore(baselines.resolve("episodes"));
        SuitePlan plan = plans.apply(trainingSeed);
        PolicyStore policies =
                new PolicyStore(Path.of(out.toString().replaceFirst("\\.html$", "") + "-policies-" + trainingSeed));
        long units = 0;
        for (String name : names) {
            units += ScenarioStudy.units(
                            size, suite.scenario(name, Split.TEST).twins().size())
                    + (chosenLearners().size() + 1L) * size.seeds();
        }
        desk.step(names.size() + (names.size() == 1 ? " scenario, " : " scenarios, ") + size.seeds()
                + (size.seeds() == 1 ? " seed" : " paired seeds") + " of the test split each");
        List<SuiteStudy.Played> played = new ArrayList<>();
        try (ExecutorService executor = Daemons.pool("episode", processors);
                Progress progress = desk.progress("learning and playing", units)) {
            SuiteLearning learning = new SuiteLearning(plan, policies, RolloutPool.on(executor), progress, cpuNanos);
            for (String name : names) {
                Scenario train = suite.scenario(name, Split.TRAIN).withWindows(size.windows());
                Scenario validation = suite.scenario(name, Split.VALIDATION).withWindows(size.windows());
                ScenarioStudy study =
                        new ScenarioStudy(train, suite.scenario(name, Split.TEST), size, store, progress, executor);
                played.add(played(learning, study, train, validation));
            }
        }
        return played;
    }

    private SuiteStudy.Played played(SuiteLearning learning, ScenarioStudy study, Scenario train, Scenario validation)
            throws IOException {
        QuotaPlan bestStatic = study.bestStatic();
        Map<String, TrainedPolicy> trained = new LinkedHashMap<>();
        List<ScenarioStudy.Contender> contenders = new ArrayList<>();
        // The control has as many steps as ours, so ours comes first even where nobody asked for it.
        TrainedPolicy ours = learning.trained(SuiteLearning.CERTIFIED_ERL, study, train, validation, bestStatic, 0);
        QuotaPlan raced = ours.constantPlan().orElse(bestStatic);
        contenders.add(new ScenarioStudy.Contender(
                SuiteLearning.RACED_STATIC,
                raced.toString(),
                () -> Baselines.fixed(SuiteLearning.RACED_STATIC, raced)));
        for (String learner : chosenLearners()) {
            TrainedPolicy each = learner.equals(SuiteLearning.CERTIFIED_ERL)
                    ? ours
                    : learning.trained(learner, study, train, validation, bestStatic, ours.environmentSteps());
            trained.put(learner, each);
            contenders.add(new ScenarioStudy.Contender(learner, each.digest(), each::policy));
        }
        return new SuiteStudy.Played(study.play(contenders), raced, trained);
    }

    /** Whether a comparison meets what is asked of a learner: enough saved, no more PRBs, nowhere worse. */
    static boolean meetsBar(SuiteComparison comparison) {
        return comparison.savedShare().mean() >= BAR
                && comparison.prbRatio().mean() <= 1
                && comparison.worse().isEmpty();
    }
}
