package io.twinslice.lab.kbrl;

import io.twinslice.evaluation.scores.Interval;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Checks;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.Progress;
import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.kbrl.Fading;
import io.twinslice.learners.kbrl.KbrlLearner;
import io.twinslice.learners.kbrl.KbrlRun;
import io.twinslice.learners.kbrl.KbrlScenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice benchmark kbrl}. */
@Command(
        name = "kbrl",
        description = "Runs the public slicing benchmark KBRL S1..S4: its own learner, fixed splits and Twinslice's"
                + " online learner on the same seeds.")
public final class KbrlCommand implements Callable<Integer> {
    static final List<String> HEADINGS = List.of(
            "scenario", "learner", "violations/stage", "95 %", "PRBs", "95 %", "cumulative", "95 %", "published", "");

    private static final int MAX_SEEDS = 1000;

    /** The fading is part of the environment: the same traces for all seeds. */
    private static final long FADING_SEED = 1;

    private final Desk desk;
    private final int processors;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--scenario", paramLabel = "S", description = "S1, S2, S3 or S4 (default: all).")
    private Optional<String> scenario = Optional.empty();

    @Option(
            names = "--learner",
            paramLabel = "L",
            split = ",",
            description = "lending, kbrl-0.97, kbrl-0.99, static or oracle; repeatable (default: all).")
    private List<String> learners = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Runs of each, with seeds from 1 (default: ${DEFAULT-VALUE}).")
    private int seeds = 10;

    @Option(
            names = "--stages",
            paramLabel = "N",
            defaultValue = "" + KbrlRun.STAGES,
            description = "Stages of 50 ms of each run; only the default is comparable (default: ${DEFAULT-VALUE}).")
    private int stages = KbrlRun.STAGES;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "out/benchmark-kbrl.html",
            description = "The page (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out", "benchmark-kbrl.html");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    /** @param processors runs side by side; only speed depends on it */
    public KbrlCommand(Desk desk, int processors) {
        this.desk = desk;
        this.processors = processors;
    }

    @Override
    public Integer call() throws IOException {
        List<KbrlScenario> scenarios = Arrays.stream(KbrlScenario.values())
                .filter(s -> scenario.map(s.name()::equalsIgnoreCase).orElse(true))
                .toList();
        Checks.require(
                spec, !scenarios.isEmpty(), "--scenario takes S1, S2, S3 or S4, not \"" + scenario.orElse("") + "\"");
        List<KbrlLearner> chosen = Arrays.stream(KbrlLearner.values())
                .filter(l -> learners.isEmpty() || learners.stream().anyMatch(l.label()::equalsIgnoreCase))
                .toList();
        for (String name : learners) {
            Checks.require(
                    spec,
                    chosen.stream().map(KbrlLearner::label).anyMatch(name::equalsIgnoreCase),
                    "--learner takes " + KbrlLearner.labels() + ", not \"" + name + "\"");
        }
        Checks.require(spec, seeds >= 1 && seeds <= MAX_SEEDS, "--seeds must be 1.." + MAX_SEEDS + ", not " + seeds);
        Checks.require(
                spec,
                stages >= 4 && stages <= KbrlRun.MOST_STAGES,
                "--stages must be 4.." + KbrlRun.MOST_STAGES + ", not " + stages);
        List<Played> results = play(scenarios, chosen);
        desk.table(HEADINGS, results.stream().map(KbrlCommand::row).toList());
        if (stages == KbrlRun.STAGES) {
            desk.say("published: violations per stage / PRBs / cumulative, measured with other fading traces");
        }
        AtomicFile.write(out, KbrlPage.html(results));
        desk.say("page: " + out);
        if (json.isPresent()) {
            AtomicFile.write(json.get(), KbrlJson.text(results));
        }
        return ExitCode.OK;
    }

    private List<Played> play(List<KbrlScenario> scenarios, List<KbrlLearner> chosen) {
        Fading fading = new Fading(FADING_SEED);
        List<Played> results = new ArrayList<>();
        try (ExecutorService executor = Daemons.pool("run", processors)) {
            RolloutPool pool = RolloutPool.on(executor);
            for (KbrlScenario where : scenarios) {
                desk.step(where + ": " + where.embb() + " eMBB and " + where.mmtc() + " mMTC slices on " + where.prbs()
                        + " PRBs");
                for (KbrlLearner who : chosen) {
                    results.add(play(where, who, fading, pool));
                }
            }
        }
        return results;
    }

    private Played play(KbrlScenario where, KbrlLearner who, Fading fading, RolloutPool pool) {
        try (Progress progress = desk.progress(where + " " + who.label(), (long) seeds * stages)) {
            List<Supplier<KbrlRun.Result>> tasks = new ArrayList<>();
            for (int seed = 1; seed <= seeds; seed++) {
                int own = seed;
                tasks.add(() -> {
                    KbrlRun.Result run = KbrlRun.of(where, who, fading, stages, own, progress::advance);
                    progress.note(String.format(
                            Locale.ROOT,
                            "seed %d: %.4f violations per stage, %.1f PRBs",
                            own,
                            run.violationsPerStage(),
                            run.prb()));
                    return run;
                });
            }
            List<KbrlRun.Result> runs = pool.run(tasks);
            progress.at((long) seeds * stages);
            return new Played(where, who, stages, runs);
        }
    }

    /** A line of the table, on the desk and on the page. */
    static List<String> row(Played played) {
        Optional<Published> published =
                played.isComparable() ? Published.of(played.scenario(), played.learner()) : Optional.empty();
        Interval violations = played.violationsPerStage();
        Interval prb = played.prb();
        Interval all = played.cumulativeViolations();
        return List.of(
                played.scenario().name(),
                played.learner().label(),
                number(4, violations.value()),
                ends(4, played, violations),
                number(1, prb.value()),
                ends(1, played, prb),
                number(0, all.value()),
                ends(0, played, all),
                published
                        .map(p -> number(4, p.violationsPerStage()) + " / " + number(1, p.prb()) + " / "
                                + p.cumulativeViolations())
                        .orElse("-"),
                verdict(played));
    }

    private static String verdict(Played played) {
        if (!played.isComparable()) {
            return "not comparable";
        }
        if (played.learner() != KbrlLearner.LENDING) {
            return "";
        }
        return played.meets(Bar.of(played.scenario())) ? "bar met" : "bar missed";
    }

    private static String ends(int digits, Played played, Interval interval) {
        return played.hasInterval() ? number(digits, interval.low()) + " to " + number(digits, interval.high()) : "-";
    }

    private static String number(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
