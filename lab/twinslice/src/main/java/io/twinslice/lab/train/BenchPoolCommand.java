package io.twinslice.lab.train;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.env.NamedScenario;
import io.twinslice.env.Split;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.ResultJson;
import io.twinslice.learners.ClusterPool;
import io.twinslice.learners.ErlPlan;
import io.twinslice.learners.PortableTask;
import io.twinslice.learners.PortableTasks;
import io.twinslice.learners.RolloutPool;
import io.twinslice.networks.Mlp;
import io.twinslice.trainer.TrainingPlans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinslice bench pool}: what it costs to let rollouts travel. */
@Command(
        name = "pool",
        description = "Plays the same rollouts in one thread, on the threads of this machine and on a pool, for"
                + " episodes of several lengths: how long they must be before travelling pays. The best of some"
                + " repetitions counts.")
public final class BenchPoolCommand implements Callable<Integer> {
    private static final int[] WINDOWS = {1, 10, 30, 100, 300, 1000};
    private static final int REPETITIONS = 5;
    private static final int MOST_ROLLOUTS = 10_000;

    private final Desk desk;
    private final LongSupplier nanoTime;
    private final int processors;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--pool",
            paramLabel = "POOL",
            required = true,
            description = "spark://host:port, or local[N]: Spark in this process.")
    private String address = "";

    @Option(
            names = "--rollouts",
            paramLabel = "N",
            defaultValue = "52",
            description = "Rollouts of a call, as in a generation (default: ${DEFAULT-VALUE}).")
    private int rollouts = 52;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    /**
     * @param nanoTime a clock that only goes forward, in nanoseconds
     * @param processors threads of this machine
     */
    public BenchPoolCommand(Desk desk, LongSupplier nanoTime, int processors) {
        this.desk = desk;
        this.nanoTime = nanoTime;
        this.processors = processors;
    }

    /** Times of one call in seconds, sizes of one rollout in octets. */
    private record Row(int windows, double alone, double threads, double pool, int request, int answer) {}

    @Override
    public Integer call() throws IOException, JobFailure {
        if (rollouts < 1 || rollouts > MOST_ROLLOUTS) {
            throw new ParameterException(
                    spec.commandLine(), "--rollouts takes 1.." + MOST_ROLLOUTS + ", not " + rollouts);
        }
        List<Row> rows = new ArrayList<>();
        String description;
        try (ExecutorService workers = Daemons.pool("rollout", processors)) {
            long begun = nanoTime.getAsLong();
            try (ClusterPool pool = Pools.open(address, workers)) {
                desk.say(String.format(Locale.ROOT, "connected in %.1f s", (nanoTime.getAsLong() - begun) / 1e9));
                for (int windows : WINDOWS) {
                    rows.add(row(windows, RolloutPool.on(workers), pool));
                }
                description = pool.description();
            }
        }
        desk.say(description + " beside " + processors + " threads here; calls of " + rollouts + " rollouts");
        desk.table(
                List.of("windows", "one thread, ms", "threads, ms", "pool, ms", "request, KiB", "answer, KiB"),
                rows.stream().map(BenchPoolCommand::cells).toList());
        if (json.isPresent()) {
            AtomicFile.write(json.get(), json(rows, description));
        }
        return ExitCode.OK;
    }

    private static List<String> cells(Row row) {
        return List.of(
                Integer.toString(row.windows()),
                String.format(Locale.ROOT, "%.1f", 1e3 * row.alone()),
                String.format(Locale.ROOT, "%.1f", 1e3 * row.threads()),
                String.format(Locale.ROOT, "%.1f", 1e3 * row.pool()),
                String.format(Locale.ROOT, "%.1f", row.request() / 1024.0),
                String.format(Locale.ROOT, "%.1f", row.answer() / 1024.0));
    }

    private Row row(int windows, RolloutPool threads, RolloutPool pool) {
        ErlPlan s = TrainingPlans.quick(1);
        ErlPlan plan = new ErlPlan(
                s.seed(),
                s.population(),
                s.generations(),
                s.episodesPerGenome(),
                windows,
                s.hiddenWidth(),
                s.cloneSteps(),
                s.selectionEpisodes(),
                s.evolution(),
                s.offPolicy(),
                s.guard());
        NamedScenario scenario = NamedScenario.of("factory-floor", Split.TRAIN, windows);
        Mlp network = Mlp.random(plan.layerSizes(), 1f, new SplittableRandom(1));
        List<Supplier<Object>> tasks = new ArrayList<>();
        PortableTask<?> sample = PortableTasks.rollout(plan, scenario, network, 0);
        for (int i = 0; i < rollouts; i++) {
            tasks.add(widened(PortableTasks.rollout(plan, scenario, network, i)));
        }
        byte[] octets = PortableTasks.octets(sample);
        int answer = PortableTasks.perform(octets, BenchPoolCommand.class.getClassLoader()).length;
        return new Row(
                windows,
                best(RolloutPool.inCaller(), tasks),
                best(threads, tasks),
                best(pool, tasks),
                octets.length,
                answer);
    }

    @SuppressWarnings("unchecked")
    private static Supplier<Object> widened(PortableTask<?> task) {
        // A supplier of anything is a supplier of objects; it stays the portable task that it is.
        return (Supplier<Object>) (Supplier<?>) task;
    }

    private double best(RolloutPool pool, List<Supplier<Object>> tasks) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            long begun = nanoTime.getAsLong();
            pool.run(tasks);
            best = Math.min(best, nanoTime.getAsLong() - begun);
        }
        return best / 1e9;
    }

    private String json(List<Row> rows, String description) throws IOException {
        ObjectNode root = ResultJson.object()
                .put("pool", description)
                .put("threads", processors)
                .put("rollouts", rollouts);
        ArrayNode lengths = root.putArray("lengths");
        for (Row row : rows) {
            lengths.addObject()
                    .put("windows", row.windows())
                    .put("oneThreadSeconds", row.alone())
                    .put("threadsSeconds", row.threads())
                    .put("poolSeconds", row.pool())
                    .put("requestOctets", row.request())
                    .put("answerOctets", row.answer());
        }
        return ResultJson.text(root);
    }
}
