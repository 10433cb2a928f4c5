package io.twinslice.lab.fidelity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.Progress;
import io.twinslice.lab.ResultJson;
import io.twinslice.sync.recording.Bar;
import io.twinslice.sync.recording.FidelityProgress;
import io.twinslice.sync.recording.InvalidRecordingException;
import io.twinslice.sync.recording.Ns3Fidelity;
import io.twinslice.sync.recording.Ns3Score;
import io.twinslice.sync.recording.TestbedFidelity;
import io.twinslice.sync.recording.TestbedScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinslice fidelity}: fits a twin to recordings and scores it on others. */
@Command(
        name = "fidelity",
        description =
                "Fits a simulated LTE cell to recordings of a real one and says how close it comes to others. When"
                    + " both folders are the same, it is fitted to one half and scored on the other, and the other way"
                    + " round.")
public final class FidelityCommand implements Callable<Integer> {

    private final Desk desk;
    private final Effort effort;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--fit",
            paramLabel = "DIR",
            required = true,
            description = "Recordings that the twin is fitted to.")
    @SuppressWarnings("NullAway.Init")
    private Path fit;

    @Option(names = "--score", paramLabel = "DIR", required = true, description = "Recordings that it is scored on.")
    @SuppressWarnings("NullAway.Init")
    private Path score;

    @Option(
            names = "--ns3",
            description = "The folders hold traces of the ns-3 bridge (*.json and *.csv.gz) instead of recordings of"
                    + " the testbed (explora_*.csv).")
    private boolean ns3;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The report (default: out/fidelity-testbed.html or out/fidelity-ns3.html).")
    private Optional<Path> out = Optional.empty();

    /**
     * How much is done.
     *
     * @param testbed for recordings of the testbed
     * @param ns3Evaluations settings tried in each fit to traces
     */
    public record Effort(TestbedFidelity.Size testbed, int ns3Evaluations) {
        /** For figures to rely on: about two minutes on one core. */
        public static final Effort WHOLE = new Effort(TestbedFidelity.Size.WHOLE, 24);
    }

    public FidelityCommand(Desk desk, Effort effort) {
        this.desk = desk;
        this.effort = effort;
    }

    @Override
    public Integer call() throws IOException, JobFailure {
        folder("--fit", fit);
        folder("--score", score);
        if (seed < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--seed takes a whole number from 0 to " + Long.MAX_VALUE + ", not " + seed);
        }
        try {
            if (ns3) {
                ns3();
            } else {
                testbed();
            }
        } catch (InvalidRecordingException e) {
            throw new JobFailure(
                    Complaint.usage(
                            String.valueOf(e.getMessage()),
                            fit.equals(score) ? fit.toString() : fit + " or " + score,
                            "see docs/fidelity.md for the layout of a recording"),
                    e);
        }
        return ExitCode.OK;
    }

    private void folder(String option, Path path) {
        if (!Files.isDirectory(path)) {
            throw new ParameterException(
                    spec.commandLine(), option + " must name a folder of recordings, and this is none: " + path);
        }
    }

    private void testbed() throws IOException {
        desk.step("fitting a twin of the testbed");
        TestbedScore result;
        try (Progress progress = desk.progress("fit and score", 1000)) {
            result = new TestbedFidelity(effort.testbed(), seed).measure(fit, score, shown(progress));
        }
        desk.say(result.method());
        bars(result.bars());
        desk.say(String.format(
                Locale.ROOT,
                "nine of ten cells stay under: rate %.3f, buffer %.3f, granted ratio %.3f",
                result.rateTail(),
                result.bufferTail(),
                result.ratioTail()));
        write(FidelityPages.testbed(result), "testbed", FidelityJson.testbed(ResultJson.object(), result));
    }

    private void ns3() throws IOException {
        desk.step("fitting a twin of the network simulator");
        Ns3Score result;
        try (Progress progress = desk.progress("fit and score", 1000)) {
            result = new Ns3Fidelity(effort.ns3Evaluations(), seed).measure(fit, score, shown(progress));
        }
        desk.say(result.method());
        bars(result.bars());
        desk.say(String.format(
                Locale.ROOT,
                "worst slice: NRMSE %.3f; p95 delay ratios: median %.2f, within 0.8..1.25 on %.0f %% of slices",
                result.throughputNrmseWorst(),
                result.p95DelayRatioMedian(),
                100 * result.p95DelayWithin()));
        write(FidelityPages.ns3(result), "ns3", FidelityJson.ns3(ResultJson.object(), result));
    }

    private static FidelityProgress shown(Progress progress) {
        return (done, total) -> progress.at(1000L * done / total);
    }

    private void bars(List<Bar> bars) {
        List<List<String>> rows = new ArrayList<>();
        for (Bar bar : bars) {
            rows.add(List.of(
                    bar.name(),
                    String.format(Locale.ROOT, "%.3f", bar.value()),
                    FidelityPages.wanted(bar),
                    bar.isMet() ? "pass" : "miss"));
        }
        desk.table(List.of("figure", "measured", "wanted", ""), rows);
    }

    private void write(String page, String kind, ObjectNode figures) throws IOException {
        Path report = out.orElseGet(() -> Path.of("out", "fidelity-" + kind + ".html"));
        AtomicFile.write(report, page);
        desk.say("report: " + report);
        if (json.isPresent()) {
            AtomicFile.write(json.get(), ResultJson.text(figures));
        }
    }
}
