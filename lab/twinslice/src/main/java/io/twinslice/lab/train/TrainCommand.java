package io.twinslice.lab.train;

import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Checks;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.trainer.PlanFile;
import io.twinslice.trainer.TrainingPlan;
import io.twinslice.trainer.TrainingPlans;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinslice train}. */
@Command(
        name = "train",
        description = "Trains a policy by a plan and compares it with the policies that need no learning. The result is"
                + " a folder: the network, a report, and what it takes to repeat or to resume it.")
public final class TrainCommand implements Callable<Integer> {
    private final Desk desk;
    private final LongSupplier nanoTime;
    private final SecureRandom random;
    private final int processors;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PLAN",
            description = "A file, or one of the plans quick, full and suite.")
    private Optional<String> plan = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with the interrupted training in this folder, by the plan that lies there.")
    private Optional<Path> resume = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the result (default: out/train/ and the name of the plan).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--pool",
            paramLabel = "POOL",
            defaultValue = Pools.LOCAL,
            description = "Where rollouts run: local, or the master of a Spark cluster, spark://host:port (default:"
                    + " ${DEFAULT-VALUE}). The result is the same; docs/scale.md says when it pays.")
    private String pool = Pools.LOCAL;

    @Option(names = "--seed", paramLabel = "N", description = "Train with this seed instead of the plan's.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--example",
            description = "Print a plan with all its fields and do nothing: quick, or the one that is named.")
    private boolean example;

    @Option(names = "--json", paramLabel = "FILE", description = "Write a copy of train.json to this file.")
    private Optional<Path> json = Optional.empty();

    /**
     * @param nanoTime a clock that only goes forward, in nanoseconds
     * @param random for the key that the candidate is signed with
     * @param processors rollouts that run side by side on this machine; only speed depends on it
     */
    public TrainCommand(Desk desk, LongSupplier nanoTime, SecureRandom random, int processors) {
        this.desk = desk;
        this.nanoTime = nanoTime;
        this.random = random;
        this.processors = processors;
    }

    @Override
    public Integer call() throws IOException, JobFailure {
        Checks.require(
                spec, plan.isPresent() || resume.isPresent() || example, "name a plan, for example: train quick");
        Checks.require(
                spec,
                resume.isEmpty() || (plan.isEmpty() && out.isEmpty() && seed.isEmpty() && !example),
                "--resume takes plan, seed and folder from the interrupted training: give none of them");
        Checks.require(
                spec,
                pool.equals(Pools.LOCAL) || pool.matches("[a-z-]{1,20}:[^\\s]{1,200}|local\\[[0-9]{1,3}]"),
                "--pool takes local or an address such as spark://host:7077, not \"" + pool + "\"");
        if (example) {
            PrintWriter words = spec.commandLine().getOut();
            words.print(PlanFile.toJson(plan.isPresent() ? chosen(plan.get()) : TrainingPlans.QUICK));
            words.flush();
            return ExitCode.OK;
        }
        TrainFolder folder = resume.isPresent() ? TrainFolder.resumed(resume.get()) : begun();
        try (TrainEngine engine = new TrainEngine(desk, nanoTime, random, processors, pool)) {
            engine.train(folder);
        }
        if (json.isPresent()) {
            AtomicFile.write(json.get(), Files.readAllBytes(folder.result()));
        }
        return ExitCode.OK;
    }

    private TrainFolder begun() throws IOException, JobFailure {
        TrainingPlan chosen = chosen(plan.orElseThrow());
        if (seed.isPresent()) {
            chosen = chosen.withSeed(seed.get());
        }
        return TrainFolder.begun(out.orElse(Path.of("out", "train", chosen.name())), chosen);
    }

    /** A file wins over a name, so that a plan of one's own may be called quick. */
    private static TrainingPlan chosen(String plan) throws IOException, JobFailure {
        Path file = Path.of(plan);
        if (!Files.exists(file)) {
            List<TrainingPlan> all = TrainingPlans.all();
            Optional<TrainingPlan> named =
                    all.stream().filter(each -> each.name().equals(plan)).findFirst();
            return named.orElseThrow(() -> new JobFailure(Complaint.usage(
                    "no such plan",
                    plan,
                    "name a file, or one of "
                            + String.join(
                                    ", ", all.stream().map(TrainingPlan::name).toList())
                            + "; twinslice train --example > plan.json makes one")));
        }
        return read(file);
    }

    /** Reads the plan in a file; what is wrong with it is a complaint. */
    static TrainingPlan read(Path file) throws IOException, JobFailure {
        if (!Files.isRegularFile(file) || Files.size(file) > PlanFile.MOST_BYTES) {
            throw new JobFailure(Complaint.usage(
                    "a plan is a file of at most " + PlanFile.MOST_BYTES + " bytes", file.toString(), "name one"));
        }
        try {
            return PlanFile.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new JobFailure(
                    Complaint.usage(
                            String.valueOf(e.getMessage()),
                            file.toString(),
                            "correct it; twinslice train --example prints a plan with all fields"),
                    e);
        }
    }
}
