package io.twinslice.lab.run;

import io.twinslice.keeper.Mirror;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Desk;
import io.twinslice.lab.report.Estimate;
import io.twinslice.lab.report.PairedDifference;
import io.twinslice.lab.report.PolicyResult;
import io.twinslice.lab.report.Refusal;
import io.twinslice.lab.report.ReportData;
import io.twinslice.lab.report.ReportData.Fidelity;
import io.twinslice.lab.report.ReportData.NamedFile;
import io.twinslice.lab.report.ReportData.NamedValue;
import io.twinslice.lab.report.RunJson;
import io.twinslice.lab.report.RunRecord;
import io.twinslice.lab.report.RunReport;
import io.twinslice.lab.report.WallClock;
import io.twinslice.learners.TrainingProgress;
import io.twinslice.model.PrbQuota;
import io.twinslice.slicecontrol.LoopCounters;
import io.twinslice.sync.FidelityEntry;
import io.twinslice.sync.TwinEstimate;
import io.twinslice.trainer.TrainedPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What a run leaves behind: the table on the terminal, {@code run.json} and the report. */
final class RunPages {
    private final RunResults results;
    private final WallClock wallClock;

    RunPages(RunResults results, WallClock wallClock) {
        this.results = results;
        this.wallClock = wallClock;
    }

    /** The report first and run.json last: a folder with a run.json is complete. */
    void write(RunFolder folder, Desk desk) throws IOException {
        table(desk);
        folder.forgetCheckpoints();
        Path report = folder.path().resolve("report.html");
        String json = RunJson.run(runRecord());
        AtomicFile.write(
                report, RunReport.html(reportData(folder.path(), json.getBytes(StandardCharsets.UTF_8).length)));
        if (results.options().json().isPresent()) {
            AtomicFile.write(results.options().json().get(), json);
        }
        AtomicFile.write(folder.path().resolve(RunFolder.RUN_JSON), json);
        desk.step(results.isYes() ? "done: the policy is in force" : "done: the policy is not in force");
        desk.say("report: " + report);
    }

    private RunRecord runRecord() {
        LoopCounters loop = results.loop();
        Shipment shipment = results.shipment();
        return new RunRecord(
                results.stage().known().name(),
                results.options().seed(),
                results.options().quick(),
                results.stage().recording(),
                shipment.verdict(),
                shipment.activated(),
                shipment.candidateDigest(),
                shipment.bundleDigest(),
                loop.indications(),
                loop.controlsSent(),
                loop.controlsAcknowledged(),
                loop.controlsRefused(),
                loop.controlsTimedOut(),
                results.contest().rows(),
                results.contest().minusEqual(),
                results.contest().minusBestStatic(),
                shipment.gates(),
                refusals(),
                wallClock);
    }

    private ReportData reportData(Path folder, int jsonLength) throws IOException {
        LoopCounters loop = results.loop();
        Shipment shipment = results.shipment();
        return new ReportData(
                "Twinslice run",
                results.stage().known().name(),
                results.options().seed(),
                results.options().quick(),
                results.stage().recording(),
                name(),
                Contest.EQUAL_GUARANTEE,
                shipment.verdict(),
                shipment.gates(),
                shipment.activated(),
                new ReportData.Counts(
                        loop.indications(),
                        loop.controlsSent(),
                        loop.controlsAcknowledged(),
                        loop.controlsRefused(),
                        loop.controlsTimedOut()),
                results.contest().rows(),
                results.contest().minusGuarantee(),
                results.contest().minusBestStatic(),
                results.recorder().series(results.stage().known().twins()),
                shipment.activated()
                        ? List.of(new ReportData.Mark(results.tookOverAtSeconds(), shipment.name() + " in force"))
                        : List.of(),
                results.trained().map(this::curve).orElse(List.of()),
                results.mirror().map(this::calibration).orElse(List.of()),
                results.mirror().map(RunPages::fidelity).orElse(List.of()),
                refusals(),
                counters(),
                files(folder, jsonLength));
    }

    private void table(Desk desk) {
        List<List<String>> rows = new ArrayList<>();
        for (PolicyResult policy : results.contest().rows()) {
            rows.add(List.of(
                    policy.name(),
                    show(policy.violationSeconds(), 1),
                    show(policy.prbSeconds(), 0),
                    show(policy.aoiP99Millis(), 0)));
        }
        desk.table(List.of("policy", "SLA violation, s", "PRB·s", "AoI p99, ms"), rows);
        List<String> header = new ArrayList<>(List.of("SLA violation by twin, s"));
        results.stage().known().twins().forEach(twin -> header.add(twin.name()));
        List<List<String>> byTwin = new ArrayList<>();
        for (PolicyResult policy : results.contest().rows()) {
            List<String> row = new ArrayList<>(List.of(policy.name()));
            policy.twins().forEach(twin -> row.add(show(twin.violationSeconds(), 1)));
            byTwin.add(row);
        }
        desk.table(header, byTwin);
        desk.say("means of an episode of " + episodeSeconds() + " s, with 95 % intervals; less is better");
        results.contest().minusEqual().ifPresent(difference -> compared(desk, difference, "the equal split"));
        results.contest().minusGuarantee().ifPresent(difference -> compared(desk, difference, "the safe baseline"));
        results.contest().minusBestStatic().ifPresent(difference -> compared(desk, difference, "the best static plan"));
    }

    /** The policy in question, as the tables name it. */
    private String name() {
        return results.shipment()
                .entrant()
                .map(Contest.Entrant::name)
                .orElse(results.shipment().name());
    }

    private void compared(Desk desk, PairedDifference difference, String other) {
        Estimate seconds = difference.violationSeconds();
        String judgement = seconds.high() < 0
                ? "is better than"
                : seconds.low() > 0 ? "is worse than" : "makes no clear difference to";
        desk.say(name() + " " + judgement + " " + other + ": " + show(seconds, 2)
                + " s of violations on the same seeds");
    }

    private long episodeSeconds() {
        return Math.round(
                results.size().comparisonWindows() * results.stage().known().windowMillis() / 1000.0);
    }

    private static String show(Estimate estimate, int digits) {
        String number = "%." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " (" + number + " to " + number + ")",
                estimate.value(),
                estimate.low(),
                estimate.high());
    }

    private List<ReportData.Generation> curve(TrainedPolicy trained) {
        double twinSeconds = (double) trained.plan().episodeWindows()
                * results.stage().known().twins().size()
                * results.stage().known().windowMillis()
                / 1000;
        List<ReportData.Generation> curve = new ArrayList<>();
        for (TrainingProgress generation : trained.curve()) {
            curve.add(new ReportData.Generation(
                    generation.generation(),
                    Math.min(1000, generation.bestViolationsPermille()) / 1000 * twinSeconds,
                    Math.min(1000, generation.meanViolationsPermille()) / 1000 * twinSeconds));
        }
        return curve;
    }

    private List<NamedValue> calibration(Mirror mirror) {
        List<NamedValue> values = new ArrayList<>();
        List<TwinEstimate> estimates = mirror.calibration().estimates();
        for (int i = 0; i < estimates.size(); i++) {
            TwinEstimate estimate = estimates.get(i);
            values.add(new NamedValue(
                    results.stage().known().twins().get(i).name(),
                    String.format(
                            Locale.ROOT,
                            "load × %.2f, SNR %+.1f dB, fading × %.2f, burstiness × %.2f",
                            estimate.loadFactor(),
                            estimate.snrOffsetDb(),
                            estimate.fadingFactor(),
                            estimate.burstinessFactor())));
        }
        return values;
    }

    private static List<Fidelity> fidelity(Mirror mirror) {
        List<Fidelity> rows = new ArrayList<>();
        for (FidelityEntry entry : mirror.calibration().entries()) {
            rows.add(new Fidelity(
                    entry.twin() + ", "
                            + entry.kpi().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    entry.distanceBefore(),
                    entry.distanceAfter()));
        }
        return rows;
    }

    private List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>(results.shipment().refusals());
        new TreeMap<>(results.policyRefusals())
                .forEach((reason, count) -> refusals.add(new Refusal("xapp", "policy refused: " + reason, count)));
        LoopCounters loop = results.loop();
        add(refusals, "shield", "a plan outside of the guard rails was changed", loop.shieldAltered());
        add(refusals, "xapp", "KPM refused: " + loop.lastRefusal(), loop.indicationsRefused());
        add(refusals, "e2-node", "control refused", results.node().controlsRefused());
        results.contest()
                .failedEpisodes()
                .forEach((policy, count) -> add(refusals, "simulator", "episode of " + policy + " broke off", count));
        return refusals;
    }

    private static void add(List<Refusal> refusals, String by, String reason, long count) {
        if (count > 0) {
            refusals.add(new Refusal(by, reason, count));
        }
    }

    private List<NamedValue> counters() {
        LoopCounters loop = results.loop();
        return List.of(
                value("KPM indications refused", loop.indicationsRefused()),
                value("control answers that belong to no control", loop.answersUnknown()),
                value("reports held back because too many controls were open", loop.decisionsHeld()),
                value("plans changed by the shield", loop.shieldAltered()),
                value("policies put in charge", loop.activations()),
                value("messages dropped at the xApp's inbox", loop.messagesDropped()),
                value("windows that no control answered in time", results.node().windowsWithoutControl()),
                value("messages refused by the E2 node", results.node().messagesRefused()),
                new NamedValue("best static plan [dedicated, min, max %]", plan()));
    }

    private static NamedValue value(String name, long count) {
        return new NamedValue(name, Long.toString(count));
    }

    private String plan() {
        List<String> quotas = new ArrayList<>();
        for (PrbQuota quota : results.contest().bestStatic().quotas()) {
            quotas.add("[" + quota.dedicatedPercent() + ", " + quota.minPercent() + ", " + quota.maxPercent() + "]");
        }
        return String.join(" ", quotas);
    }

    private static List<NamedFile> files(Path folder, int jsonLength) throws IOException {
        TreeMap<String, String> about = new TreeMap<>();
        about.put("decisions.jsonl", "each decision of the xApp and its outcome");
        about.put(RunFolder.BUNDLE, "the signed policy");
        about.put("training.json", "plan and curve of the training");
        about.put("trust-root.json", "the public keys that a bundle is judged by");
        about.put("xapp.json", "the xApp's configuration");
        List<NamedFile> files = new ArrayList<>();
        files.add(new NamedFile(RunFolder.RUN_JSON, jsonLength, "this run for programs"));
        for (var entry : about.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            if (Files.exists(file)) {
                files.add(new NamedFile(entry.getKey(), Files.size(file), entry.getValue()));
            }
        }
        return files;
    }
}
