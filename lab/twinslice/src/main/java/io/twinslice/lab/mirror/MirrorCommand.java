package io.twinslice.lab.mirror;

import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Checks;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.sync.drift.DriftTrial;
import io.twinslice.sync.fidelity.ActionResponse;
import io.twinslice.sync.mirror.ReportQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinslice mirror}. */
@Command(
        name = "mirror",
        description = "Holds a mirror against a simulated cell: it sees the KPM reports late, lost and rounded, and is"
                + " measured by what was hidden from it. Says how faithful it is, gate by gate, and how soon drift is"
                + " found.")
public final class MirrorCommand implements Callable<Integer> {
    private final Desk desk;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "S",
            defaultValue = Scenarios.DEFAULT,
            description = "Scenario of the suite (default: ${DEFAULT-VALUE}).")
    private String scenario = Scenarios.DEFAULT;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides everything random: same seed, same results (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--windows",
            paramLabel = "N",
            description = "Report windows to watch, 50..100000 (default: the scenario's own length).")
    private Optional<Integer> windows = Optional.empty();

    @Option(
            names = "--loss",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Share of the reports that never arrive, 0..0.95 (default: ${DEFAULT-VALUE}).")
    private double loss;

    @Option(
            names = "--delay",
            paramLabel = "MS",
            defaultValue = "100",
            description = "How late every report is, 0..60000 (default: ${DEFAULT-VALUE}).")
    private int delayMillis;

    @Option(
            names = "--jitter",
            paramLabel = "MS",
            defaultValue = "250",
            description = "Further random delay; more than a window reorders; 0..60000 (default: ${DEFAULT-VALUE}).")
    private int jitterMillis;

    @Option(
            names = "--drift-windows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Steady windows that false alarms are counted on, 1000..10000000; 0 leaves the detectors out"
                    + " (default: ${DEFAULT-VALUE}).")
    private int driftWindows;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with plots to this file.")
    private Optional<Path> html = Optional.empty();

    public MirrorCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Scenario played = played();
        ReportQuality quality = quality();
        Checks.require(spec, seed >= 0, "--seed takes a whole number of at least 0, not " + seed);
        Checks.require(
                spec,
                driftWindows == 0 || (driftWindows >= 1000 && driftWindows <= 10_000_000),
                "--drift-windows takes 0 or 1000..10000000, not " + driftWindows);
        file("--json", json);
        file("--html", html);
        MirrorTrial.Size size = new MirrorTrial.Size(
                new ActionResponse.Effort(6, 40),
                new DriftTrial(Math.max(1000, driftWindows), 200, 300, 30, 0.2),
                driftWindows == 0 ? 0 : 20);
        MirrorRecord record = new MirrorTrial(played, quality, size, seed, desk).run();
        show(record);
        if (html.isPresent()) {
            AtomicFile.write(html.get(), new MirrorPage(record).html());
            desk.say("page: " + html.get());
        }
        if (json.isPresent()) {
            AtomicFile.write(json.get(), MirrorJson.of(record));
        }
        return ExitCode.OK;
    }

    private Scenario played() {
        Scenario found;
        try {
            found = Scenarios.byName(scenario);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--scenario: " + unknown.getMessage(), unknown);
        }
        windows.ifPresent(count ->
                Checks.require(spec, count >= 50 && count <= 100_000, "--windows takes 50..100000, not " + count));
        return windows.map(found::withWindows).orElse(found);
    }

    private ReportQuality quality() {
        try {
            return new ReportQuality(
                    loss,
                    delayMillis,
                    jitterMillis,
                    ReportQuality.POOR.duplicates(),
                    ReportQuality.POOR.volumeStepKbit(),
                    ReportQuality.POOR.cqiStepTenth());
        } catch (IllegalArgumentException out) {
            throw new ParameterException(spec.commandLine(), "--loss, --delay or --jitter: " + out.getMessage(), out);
        }
    }

    private void show(MirrorRecord record) {
        MirrorPage page = new MirrorPage(record);
        desk.step(page.headline());
        desk.table(plain(MirrorPage.PARAMETER_HEADER), page.parameters());
        desk.say(record.link().received() + " reports received, "
                + record.link().lost() + " windows lost, " + record.link().duplicates() + " repeated, "
                + record.link().tooLate() + " too late");
        if (!record.resyncs().isEmpty()) {
            desk.table(List.of("drift at, s", "twin", "what", "detector", "before", "after"), page.resyncs());
        }
        desk.step("fidelity vector: " + page.gates());
        desk.table(plain(MirrorPage.SCORE_HEADER), page.scores());
        desk.say(record.response().cases().size() + " answers to changes of quota compared");
        if (!record.drift().isEmpty()) {
            desk.step("a fifth more or less load is found");
            desk.table(plain(MirrorPage.DRIFT_HEADER), page.drift());
        }
    }

    private static List<String> plain(List<String> header) {
        return header.stream()
                .map(each -> each.startsWith("#") ? each.substring(1) : each)
                .toList();
    }

    private void file(String option, Optional<Path> file) {
        file.ifPresent(path -> Checks.require(
                spec, !Files.isDirectory(path), option + " must name a file, and this is a folder: " + path));
    }
}
