package io.twinslice.lab.classic;

import io.twinslice.evaluation.scores.Interval;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Checks;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.Progress;
import io.twinslice.learners.control.ClassicBenchmark;
import io.twinslice.learners.control.ControlRun;
import io.twinslice.networks.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice benchmark classic}. */
@Command(
        name = "classic",
        description =
                "Trains TD3, SAC, DQN and ERL on classic control tasks, with the scores that working learners reach.")
public final class ClassicCommand implements Callable<Integer> {
    private static final int MAX_SEEDS = 1000;

    private final Desk desk;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--task",
            paramLabel = "T",
            description = "pendulum, cartpole, mountaincar, acrobot, sparse-pendulum or point-maze (default: all).")
    private Optional<String> task = Optional.empty();

    @Option(
            names = "--learner",
            paramLabel = "L",
            description = "TD3, SAC, DQN or ERL (default: all that are tried on the task).")
    private Optional<String> learner = Optional.empty();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Runs of each, with seeds from 1 (default: ${DEFAULT-VALUE}).")
    private int seeds = 10;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Train fewer steps than the bar is for; nothing is compared with it then.")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "out/benchmark-classic.html",
            description = "The page (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out", "benchmark-classic.html");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    public ClassicCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        List<ClassicBenchmark> chosen = chosen();
        Checks.require(spec, seeds >= 1 && seeds <= MAX_SEEDS, "--seeds must be 1.." + MAX_SEEDS + ", not " + seeds);
        List<Trained> results = new ArrayList<>();
        for (ClassicBenchmark benchmark : chosen) {
            int budget = steps.orElse(benchmark.steps());
            Checks.require(
                    spec,
                    budget >= 1 && budget <= benchmark.steps(),
                    "--steps must be 1.." + benchmark.steps() + ", not " + budget);
            results.add(train(benchmark, budget));
        }
        desk.table(
                List.of("learner and task", "steps", "seeds", "mean", "95 %", "interquartile mean", "95 %", "bar", ""),
                results.stream().map(ClassicCommand::row).toList());
        List<Difference> differences = Difference.among(results);
        if (!differences.isEmpty()) {
            desk.table(
                    List.of("learners and task", "steps", "seeds", "difference", "95 %", ""),
                    differences.stream().map(ClassicCommand::row).toList());
        }
        AtomicFile.write(out, ClassicPage.html(results));
        desk.say("page: " + out);
        if (json.isPresent()) {
            AtomicFile.write(json.get(), ClassicJson.text(results));
        }
        return ExitCode.OK;
    }

    private List<ClassicBenchmark> chosen() {
        List<ClassicBenchmark> chosen = Arrays.stream(ClassicBenchmark.values())
                .filter(b -> task.map(b.taskName()::equalsIgnoreCase).orElse(true))
                .filter(b -> learner.map(b.learnerName()::equalsIgnoreCase).orElse(true))
                .toList();
        Checks.require(
                spec,
                !chosen.isEmpty(),
                "no such pair; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(ClassicBenchmark.values())
                                        .map(b -> "--task " + b.taskName() + " --learner " + b.learnerName())
                                        .toList()));
        return chosen;
    }

    private Trained train(ClassicBenchmark benchmark, int budget) {
        String name = benchmark.learnerName() + " on " + benchmark.taskName();
        desk.step(name);
        List<ControlRun.Result> runs = new ArrayList<>();
        try (Progress progress = desk.progress(name, (long) seeds * budget)) {
            for (int seed = 1; seed <= seeds; seed++) {
                long before = (long) (seed - 1) * budget;
                ControlRun.Result run =
                        ControlRun.of(benchmark, budget, seed, Kernel.fastest(), step -> progress.at(before + step));
                runs.add(run);
                progress.note("seed " + seed + ": " + number(run.score()));
            }
            progress.at((long) seeds * budget);
        }
        return new Trained(benchmark, budget, runs);
    }

    /** A line of the table, on the desk and on the page. */
    static List<String> row(Trained trained) {
        Interval mean = trained.mean();
        Interval middle = trained.interquartileMean();
        String verdict = !trained.hasBar()
                ? ""
                : !trained.isComparable() ? "not comparable" : trained.meetsBar() ? "met" : "missed";
        return List.of(
                trained.name(),
                String.format(Locale.ROOT, "%,d", trained.steps()),
                String.valueOf(trained.runs().size()),
                number(mean.value()),
                ends(trained, mean),
                number(middle.value()),
                ends(trained, middle),
                trained.hasBar() ? number(trained.benchmark().bar().getAsDouble()) : "",
                verdict);
    }

    /** A line of the table of differences. */
    static List<String> row(Difference difference) {
        Trained learner = difference.learner();
        String verdict =
                !learner.isComparable() ? "not comparable" : difference.isGain() ? "better" : "not clear of zero";
        return List.of(
                difference.name(),
                String.format(Locale.ROOT, "%,d", learner.steps()),
                String.valueOf(learner.runs().size()),
                number(difference.interval().value()),
                ends(learner, difference.interval()),
                verdict);
    }

    private static String ends(Trained trained, Interval interval) {
        return trained.hasInterval() ? number(interval.low()) + " to " + number(interval.high()) : "-";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 2 ? "%.2f" : "%.1f", value);
    }
}
