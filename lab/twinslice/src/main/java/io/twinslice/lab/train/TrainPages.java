package io.twinslice.lab.train;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.bundle.Manifest;
import io.twinslice.bundle.ModelCard;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.Provenance;
import io.twinslice.bundle.Sha256;
import io.twinslice.evaluation.Estimate;
import io.twinslice.evaluation.PairedDifference;
import io.twinslice.evaluation.PolicyRow;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ResultJson;
import io.twinslice.lab.report.Page;
import io.twinslice.lab.report.Plot;
import io.twinslice.learners.TrainingProgress;
import io.twinslice.model.PrbQuota;
import io.twinslice.onnx.Onnx;
import io.twinslice.onnx.OnnxException;
import io.twinslice.trainer.PlanBenchmark;
import io.twinslice.trainer.PlanFile;
import io.twinslice.trainer.TrainedPolicy;
import io.twinslice.trainer.TrainingPlan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What a training leaves behind. Nothing in it depends on the clock: the plan decides every byte. */
final class TrainPages {
    private static final List<String> HEADINGS =
            List.of("policy", "broken promises, s", "PRB·s", "AoI p99, ms", "return");

    private final TrainingPlan plan;
    private final TrainedPolicy trained;
    private final List<PlanBenchmark.Table> tables;

    TrainPages(TrainingPlan plan, TrainedPolicy trained, List<PlanBenchmark.Table> tables) {
        this.plan = plan;
        this.trained = trained;
        this.tables = List.copyOf(tables);
    }

    /** The policy with its papers, not signed yet. */
    PolicyCandidate candidate() {
        String planDigest = Sha256.hex(PlanFile.toJson(plan).getBytes(StandardCharsets.UTF_8));
        TreeMap<String, ModelCard.Metric> metrics = new TreeMap<>();
        double broken = trained.violationsPermille();
        metrics.put("brokenTwinWindowsPermilleInTraining", new ModelCard.Metric(broken, broken, broken));
        TreeMap<String, String> materials = new TreeMap<>();
        materials.put("trainingPlan", planDigest);
        int twins = plan.training().getFirst().scenario().twins().size();
        return PolicyCandidate.of(
                new Manifest(
                        plan.name(),
                        "1",
                        plan.learner().name(),
                        twins,
                        Manifest.FEATURE_VERSION,
                        trained.network().layerSizes(),
                        planDigest,
                        plan.learner().seed()),
                trained.network().parameters(),
                new ModelCard(
                        "PRB quotas of the slices of one cell, every report window",
                        trained.scenarios(),
                        List.of("Trained on the scenarios as they are, not on a cell that was calibrated."),
                        metrics),
                new Provenance(plan.learner().name() + " by a training plan, best by " + trained.origin(), materials));
    }

    byte[] onnx(PolicyCandidate candidate) throws OnnxException {
        byte[] model = Onnx.write(
                trained.network(),
                Map.of(
                        "name", plan.name(),
                        "candidateDigest", candidate.digest(),
                        "featureVersion", Integer.toString(Manifest.FEATURE_VERSION),
                        "observation", "one row of features for each slice",
                        "action", "raw weight, minimum, dedicated and maximum of each slice"));
        if (!Arrays.equals(Onnx.read(model).parameters(), trained.network().parameters())) {
            throw new IllegalStateException("the model does not hold the weights that were learned");
        }
        return model;
    }

    void show(Desk desk) {
        for (PlanBenchmark.Table table : tables) {
            desk.say(table.scenario() + ": means of an episode, with 95 % intervals; less is better but for the"
                    + " return");
            desk.table(HEADINGS, table.rows().stream().map(TrainPages::cells).toList());
            desk.say(judged(table));
        }
    }

    private static String judged(PlanBenchmark.Table table) {
        PairedDifference difference = table.minusBestStatic();
        Estimate seconds = difference.violationSeconds();
        String verdict = seconds.high() < 0
                ? "is better than"
                : seconds.low() > 0 ? "is worse than" : "makes no clear difference to";
        return "the learned policy " + verdict + " the best static plan: " + show(seconds, 2)
                + " s of broken promises on the same seeds, at " + show(difference.prbSeconds(), 0) + " PRB·s";
    }

    String html(PolicyCandidate candidate) {
        long better = tables.stream()
                .filter(table -> table.minusBestStatic().violationSeconds().high() < 0)
                .count();
        Page page = new Page(
                        "Twinslice train",
                        "The policy of plan " + plan.name() + " keeps more promises than the best static plan on "
                                + better + " of " + tables.size()
                                + (tables.size() == 1 ? " scenario" : " scenarios"))
                .lead("Nobody has verified this policy: it may not steer a cell. Every figure follows from the plan"
                        + " alone; plan.json beside this page repeats it.")
                .fact("plan", plan.name())
                .fact("learner", plan.learner().name())
                .fact("seed", Long.toString(plan.learner().seed()))
                .fact("windows simulated", String.format(Locale.ROOT, "%,d", trained.environmentSteps()))
                .fact("chosen", trained.origin())
                .fact("candidate", candidate.digest().substring(0, 12));
        page.section(
                "Training",
                "The best genome, the mean of the population and the off-policy actor in each generation. Generations"
                        + " play different episodes, so curves go up and down with them.");
        page.plots(List.of(
                new Plot.Curves(
                        "Broken promises",
                        "generation",
                        "permille of twin-windows",
                        List.of(
                                series("best", TrainingProgress::bestViolationsPermille),
                                series("mean", TrainingProgress::meanViolationsPermille),
                                series("actor", TrainingProgress::actorViolationsPermille))),
                new Plot.Curves(
                        "Return",
                        "generation",
                        "reward of an episode",
                        List.of(series("best", TrainingProgress::bestReward))),
                new Plot.Curves(
                        "PRBs held",
                        "generation",
                        "PRBs, used or guaranteed",
                        List.of(series("best", TrainingProgress::bestHeldPrbs)))));
        for (PlanBenchmark.Table table : tables) {
            benchmark(page, table);
        }
        page.section("The plan", "Repeats this result: twinslice train plan.json");
        page.table("", List.of("field", "value"), fields(PlanFile.toTree(plan), ""));
        return page.html();
    }

    private static void benchmark(Page page, PlanBenchmark.Table table) {
        page.section(
                "Benchmark: " + table.scenario(),
                "All policies on the same episodes, which training never saw. Means with 95 % intervals: "
                        + judged(table) + ".");
        page.plot(new Plot.Bars(
                "Broken promises",
                "s in an episode",
                table.rows().stream()
                        .filter(row -> row.episodes() > 0)
                        .map(row -> new Plot.Bar(
                                row.name(),
                                new io.twinslice.lab.report.Estimate(
                                        row.violationSeconds().mean(),
                                        row.violationSeconds().low(),
                                        row.violationSeconds().high()),
                                row.name().equals(PlanBenchmark.LEARNED)))
                        .toList()));
        page.table(
                "Best static plan [dedicated, min, max %]: " + quotas(table),
                List.of("policy", "#broken promises, s", "#PRB·s", "#AoI p99, ms", "#return"),
                table.rows().stream().map(TrainPages::cells).toList());
    }

    private Plot.Series series(String name, ToDoubleFunction<TrainingProgress> value) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (TrainingProgress at : trained.curve()) {
            x.add((double) at.generation());
            y.add(value.applyAsDouble(at));
        }
        return Plot.Series.of(name, x, y);
    }

    private static List<List<String>> fields(ObjectNode node, String path) {
        List<List<String>> rows = new ArrayList<>();
        node.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode nested) {
                rows.addAll(fields(nested, path + field.getKey() + "."));
            } else {
                rows.add(List.of(path + field.getKey(), field.getValue().toString()));
            }
        });
        return rows;
    }

    private static List<String> cells(PolicyRow row) {
        return List.of(
                row.failedEpisodes() == 0 ? row.name() : row.name() + " (" + row.failedEpisodes() + " failed)",
                show(row.violationSeconds(), 1),
                show(row.prbSeconds(), 0),
                show(row.aoiP99Millis(), 0),
                show(row.reward(), 1));
    }

    private static String show(Estimate estimate, int digits) {
        if (Double.isNaN(estimate.mean())) {
            return "-";
        }
        String number = "%." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " (" + number + " to " + number + ")",
                estimate.mean(),
                estimate.low(),
                estimate.high());
    }

    private static String quotas(PlanBenchmark.Table table) {
        List<String> quotas = new ArrayList<>();
        for (PrbQuota quota : table.bestStatic().quotas()) {
            quotas.add("[" + quota.dedicatedPercent() + ", " + quota.minPercent() + ", " + quota.maxPercent() + "]");
        }
        return String.join(" ", quotas);
    }

    /** docs/json.md has the fields. */
    String json(PolicyCandidate candidate) {
        float[] weights = trained.network().parameters();
        ByteBuffer octets = ByteBuffer.allocate(4 * weights.length);
        octets.asFloatBuffer().put(weights);
        ObjectNode root = ResultJson.object().put("formatVersion", 1);
        root.set("plan", PlanFile.toTree(plan));
        root.put("candidateDigest", candidate.digest())
                .put("weightsDigest", Sha256.hex(octets.array()))
                .put("origin", trained.origin());
        ResultJson.put(root, "violationsPermille", trained.violationsPermille());
        ResultJson.put(root, "heldPrbs", trained.heldPrbs());
        root.put("environmentSteps", trained.environmentSteps());
        ArrayNode curve = root.putArray("curve");
        for (TrainingProgress at : trained.curve()) {
            ObjectNode point = curve.addObject().put("generation", at.generation());
            ResultJson.put(point, "bestViolationsPermille", at.bestViolationsPermille());
            ResultJson.put(point, "meanViolationsPermille", at.meanViolationsPermille());
            ResultJson.put(point, "actorViolationsPermille", at.actorViolationsPermille());
            ResultJson.put(point, "bestReward", at.bestReward());
            ResultJson.put(point, "bestHeldPrbs", at.bestHeldPrbs());
            ResultJson.put(point, "criticLoss", at.criticLoss());
            point.put("environmentSteps", at.environmentSteps()).put("failedEpisodes", at.failedEpisodes());
        }
        ArrayNode benchmark = root.putArray("benchmark");
        tables.forEach(table -> put(benchmark.addObject(), table));
        return ResultJson.text(root);
    }

    private static void put(ObjectNode node, PlanBenchmark.Table table) {
        node.put("scenario", table.scenario());
        ResultJson.add(node.putArray("bestStaticPlan"), table.bestStatic());
        ArrayNode policies = node.putArray("policies");
        for (PolicyRow row : table.rows()) {
            ObjectNode policy = policies.addObject()
                    .put("policy", row.name())
                    .put("episodes", row.episodes())
                    .put("failedEpisodes", row.failedEpisodes());
            ResultJson.put(policy, "violationSeconds", row.violationSeconds());
            ResultJson.put(policy, "prbSeconds", row.prbSeconds());
            ResultJson.put(policy, "aoiP99Millis", row.aoiP99Millis());
            ResultJson.put(policy, "reward", row.reward());
        }
        ObjectNode minus = node.putObject("learnedMinusBestStatic");
        ResultJson.put(minus, "violationSeconds", table.minusBestStatic().violationSeconds());
        ResultJson.put(minus, "prbSeconds", table.minusBestStatic().prbSeconds());
    }
}
