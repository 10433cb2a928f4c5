package io.twinslice.lab.offline;

import io.twinslice.evaluation.offpolicy.OffPolicyAnswer;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.offline.OfflineResult.Comparison;
import io.twinslice.lab.offline.OfflineResult.Followed;
import io.twinslice.lab.offline.OfflineResult.OfLoad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code twinslice benchmark offline}. */
@Command(
        name = "offline",
        description =
                "Asks the recorded decisions of an xApp on a testbed (EXPLORA) what the static splits and a policy"
                        + " learned from the log would have cost, and whether the log can tell.")
public final class OfflineCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with explora_experiments.csv, explora_decisions.csv.gz and explora_kpi.csv.gz.")
    private Path data = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the resampling (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "out/benchmark-offline.html",
            description = "The page (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out", "benchmark-offline.html");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    public OfflineCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, JobFailure {
        desk.step("reading " + data);
        OfflineResult result;
        try {
            List<RecordedRun> runs = Recording.read(data);
            desk.step("evaluating " + runs.size() + " runs");
            result = OfflineStudy.run(runs, seed);
        } catch (InvalidRecordingException e) {
            throw new JobFailure(
                    Complaint.usage(
                            String.valueOf(e.getMessage()),
                            data.toString(),
                            "give the folder of the EXPLORA recordings as they were published"),
                    e);
        }
        for (OfLoad load : result.loads()) {
            show(load);
        }
        desk.step(result.answer());
        AtomicFile.write(out, OfflinePage.html(result));
        desk.say("page: " + out);
        if (json.isPresent()) {
            AtomicFile.write(json.get(), OfflineJson.text(result));
        }
        return ExitCode.OK;
    }

    private void show(OfLoad load) {
        desk.step(String.format(
                Locale.ROOT,
                "%s load: %d runs, %,d decisions, logged cost %.4f, bound %.4f",
                load.name(),
                load.runs(),
                load.rounds(),
                load.loggedCost(),
                load.bound()));
        List<List<String>> rows = new ArrayList<>();
        load.policies()
                .forEach(row -> rows.add(List.of(
                        row.policy(),
                        Figures.effective(row.weighted()),
                        Figures.interval(row.snips(), "%.4f"),
                        Figures.interval(row.doublyRobust(), "%.4f"),
                        Figures.interval(row.weighted(), "%.4f"))));
        desk.table(List.of("policy", "ESS", "SNIPS", "DR", "WDR"), rows);
        for (Comparison comparison : load.comparisons()) {
            desk.say(comparison.policy() + " minus " + comparison.against() + ": "
                    + Figures.interval(comparison.weighted(), "%+.4f"));
        }
        for (Followed followed : load.followed()) {
            if (followed.answer() instanceof OffPolicyAnswer.NoSupport refused) {
                desk.say(followed.policy() + " for " + followed.decisions() + " decisions: " + refused.reason());
            } else {
                desk.say(followed.policy() + " for " + followed.decisions() + " decisions: "
                        + Figures.interval(followed.answer(), "%.4f"));
            }
        }
    }
}
