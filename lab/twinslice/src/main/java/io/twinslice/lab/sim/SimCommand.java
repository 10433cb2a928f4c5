package io.twinslice.lab.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.Progress;
import io.twinslice.lab.ResultJson;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinslice sim}: plays one episode in the twin and shows it. */
@Command(
        name = "sim",
        description = "Watches a simulated cell: plays one episode of a scenario under a policy, draws each twin as a"
                + " line of text, and writes a timeline for the browser.")
public final class SimCommand implements Callable<Integer> {
    private static final int SPARK_COLUMNS = 30;

    private final Desk desk;
    private final LongSupplier nanoClock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "S",
            defaultValue = Scenarios.DEFAULT,
            description = "Scenario of the suite (default: ${DEFAULT-VALUE}).")
    private String scenarioName = Scenarios.DEFAULT;

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            defaultValue = "equal-guarantee",
            description = "Who sets the quotas: equal-guarantee, equal-split, unsliced, proportional or"
                    + " drift-plus-penalty (default: ${DEFAULT-VALUE}).")
    private String policyName = "equal-guarantee";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of the episode, 1..3600.")
    private Optional<Integer> seconds = Optional.empty();

    @Option(names = "--paced", description = "Let simulated time pass as fast as real time.")
    private boolean paced;

    @Option(names = "--out", paramLabel = "FILE", description = "The timeline (default: out/sim-<scenario>.html).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write every window to this file as well.")
    private Optional<Path> json = Optional.empty();

    /** @param nanoClock paces an episode */
    public SimCommand(Desk desk, LongSupplier nanoClock) {
        this.desk = desk;
        this.nanoClock = nanoClock;
    }

    @Override
    public Integer call() throws IOException {
        Scenario scenario = scenario();
        Policy policy = policy(scenario.twins().size());
        desk.step(scenario.name() + ", seed " + seed + ", under " + policy.name() + ": " + scenario.description());
        Watched watched = watch(scenario, policy);
        desk.table(List.of("twin", "promise broken", "", "PRBs used", ""), rows(watched));
        Path page = out.orElseGet(() -> Path.of("out", "sim-" + scenario.name() + ".html"));
        AtomicFile.write(page, TimelinePage.html(watched));
        desk.say("timeline: " + page);
        if (json.isPresent()) {
            AtomicFile.write(json.get(), ResultJson.text(json(watched)));
        }
        return ExitCode.OK;
    }

    private Scenario scenario() {
        Scenario scenario;
        try {
            scenario = Scenarios.byName(scenarioName);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--scenario: " + e.getMessage(), e);
        }
        if (seconds.isEmpty()) {
            return scenario;
        }
        if (seconds.get() < 1 || seconds.get() > 3600) {
            throw new ParameterException(spec.commandLine(), "--seconds takes 1..3600, not " + seconds.get());
        }
        return scenario.withWindows(Math.max(1, seconds.get() * 1000 / scenario.windowMillis()));
    }

    private Policy policy(int slices) {
        return switch (policyName) {
            case "equal-guarantee" -> Baselines.equalGuarantee(slices);
            case "equal-split" -> Baselines.equalSplit(slices);
            case "unsliced" -> Baselines.unsliced(slices);
            case "proportional" -> Baselines.proportional(slices);
            case "drift-plus-penalty" -> Baselines.driftPlusPenalty(slices);
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "--policy: no policy is named \"" + policyName
                                + "\"; there are equal-guarantee, equal-split, unsliced, proportional,"
                                + " drift-plus-penalty");
        };
    }

    private Watched watch(Scenario scenario, Policy policy) {
        long begun = nanoClock.getAsLong();
        int[] seen = {0};
        try (Progress progress = desk.progress("watching", scenario.windows())) {
            return Watched.play(scenario, seed, policy, window -> {
                seen[0]++;
                progress.note(broken(window));
                progress.at(seen[0]);
                if (paced) {
                    long due = begun + TimeUnit.MILLISECONDS.toNanos((long) seen[0] * window.windowMillis());
                    for (long left = due - nanoClock.getAsLong(); left > 0; left = due - nanoClock.getAsLong()) {
                        LockSupport.parkNanos(left);
                    }
                }
            });
        }
    }

    private static String broken(TwinSnapshot window) {
        List<String> names = new ArrayList<>();
        for (int twin = 0; twin < window.slices(); twin++) {
            if (window.isBroken(twin)) {
                names.add(window.twins().get(twin).name());
            }
        }
        return names.isEmpty() ? "every promise kept" : "broken: " + String.join(", ", names);
    }

    private List<List<String>> rows(Watched watched) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < watched.twins(); i++) {
            int twin = i;
            List<Double> broken = watched.windows().stream()
                    .map(window -> window.isBroken(twin) ? 1.0 : 0.0)
                    .toList();
            List<Double> prbs = watched.windows().stream()
                    .map(window -> (double) window.reports().get(twin).prbUsed())
                    .toList();
            int cell = watched.windows().getFirst().prbCount();
            rows.add(List.of(
                    watched.windows().getFirst().twins().get(twin).name(),
                    String.format(Locale.ROOT, "%.1f s", watched.brokenSeconds(twin)),
                    "|" + Sparkline.of(broken, 1, SPARK_COLUMNS, desk.drawsBlocks()) + "|",
                    String.format(
                            Locale.ROOT,
                            "%.1f of %d",
                            prbs.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElse(0),
                            cell),
                    "|" + Sparkline.of(prbs, cell, SPARK_COLUMNS, desk.drawsBlocks()) + "|"));
        }
        return rows;
    }

    private static ObjectNode json(Watched watched) {
        ObjectNode root = ResultJson.object()
                .put("scenario", watched.scenario().name())
                .put("seed", watched.seed())
                .put("policy", watched.policy());
        ArrayNode twins = root.putArray("twins");
        for (int twin = 0; twin < watched.twins(); twin++) {
            ObjectNode one = twins.addObject();
            one.put("name", watched.windows().getFirst().twins().get(twin).name());
            one.put("brokenSeconds", watched.brokenSeconds(twin));
            ArrayNode windows = one.putArray("windows");
            for (TwinSnapshot window : watched.windows()) {
                ObjectNode values = windows.addObject().put("endMillis", window.windowEndMillis());
                values.put("broken", window.isBroken(twin));
                values.put("minPercent", window.inForce().quota(twin).minPercent());
                values.put("maxPercent", window.inForce().quota(twin).maxPercent());
                for (SliceMeasurement measurement : SliceMeasurement.values()) {
                    values.put(
                            measurement.measurementName(),
                            measurement.of(window.reports().get(twin)));
                }
            }
        }
        return root;
    }
}
