package io.twinslice.lab.mirror;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.lab.ResultJson;
import io.twinslice.sync.fidelity.FidelityScore;
import io.twinslice.sync.mirror.LinkCounters;
import io.twinslice.sync.mirror.ReportQuality;
import io.twinslice.sync.mirror.ValueEstimate;
import java.util.Locale;

/** Writes a {@link MirrorRecord} as {@code docs/json.md} has it. */
final class MirrorJson {

    private MirrorJson() {}

    static String of(MirrorRecord mirror) {
        ObjectNode json = ResultJson.object();
        json.put("formatVersion", MirrorRecord.FORMAT_VERSION);
        json.put("scenario", mirror.scenario());
        json.put("seed", mirror.seed());
        json.put("windows", mirror.windows());
        json.put("windowMillis", mirror.windowMillis());
        link(json.putObject("link"), mirror.quality(), mirror.link());
        ArrayNode parameters = json.putArray("parameters");
        mirror.parameters()
                .forEach(found -> parameters
                        .addObject()
                        .put("twin", found.estimate().twin())
                        .put("name", found.estimate().name())
                        .put("mean", found.estimate().mean())
                        .put("low", found.estimate().low())
                        .put("high", found.estimate().high())
                        .put("truth", found.truth())
                        .put("covered", found.covered()));
        ObjectNode posterior = json.putObject("posterior");
        ArrayNode sizes = posterior.putArray("effectiveSampleSizes");
        mirror.effectiveSizes().forEach(sizes::add);
        posterior.put("resamplings", mirror.resamplings());
        ArrayNode values = json.putArray("values");
        mirror.values().forEach(value -> value(values.addObject(), value));
        ArrayNode resyncs = json.putArray("resyncs");
        mirror.resyncs()
                .forEach(resync -> resyncs.addObject()
                        .put("atMillis", resync.atMillis())
                        .put("twin", resync.twin())
                        .put("quantity", camel(resync.quantity()))
                        .put("detector", resync.detector())
                        .put("before", resync.before())
                        .put("after", resync.after()));
        ArrayNode coverage = json.putArray("coverage");
        mirror.coverage()
                .forEach(held -> coverage.addObject()
                        .put("twin", held.twin())
                        .put("quantity", camel(held.quantity()))
                        .put("horizon", held.horizon())
                        .put("intervals", held.coverage().intervals())
                        .put("covered", held.coverage().share()));
        fidelity(json.putObject("fidelity"), mirror);
        drift(json.putArray("drift"), mirror);
        return ResultJson.text(json);
    }

    private static void link(ObjectNode json, ReportQuality quality, LinkCounters link) {
        json.put("loss", quality.loss());
        json.put("delayMillis", quality.delayMillis());
        json.put("jitterMillis", quality.jitterMillis());
        json.put("duplicates", quality.duplicates());
        json.put("volumeStepKbit", quality.volumeStepKbit());
        json.put("cqiStepTenth", quality.cqiStepTenth());
        json.put("reportsReceived", link.received());
        json.put("reportsDuplicate", link.duplicates());
        json.put("reportsTooLate", link.tooLate());
        json.put("windowsLost", link.lost());
    }

    private static void value(ObjectNode json, ValueEstimate value) {
        json.put("twin", value.twin());
        json.put("quantity", camel(value.quantity()));
        ResultJson.put(json, "value", value.value());
        ResultJson.put(json, "low", value.low());
        ResultJson.put(json, "high", value.high());
        json.put("ageMillis", value.ageMillis());
        json.put("lost", value.lost());
        json.put("measured", value.measured());
    }

    private static void fidelity(ObjectNode json, MirrorRecord mirror) {
        json.put("passes", mirror.fidelity().passes());
        ArrayNode scores = json.putArray("scores");
        mirror.fidelity().scores().forEach(score -> score(scores.addObject(), score));
        ArrayNode floor = json.putArray("floor");
        mirror.floor().forEach(score -> score(floor.addObject(), score));
        ResultJson.put(json, "signAgreement", mirror.response().signAgreement());
        ResultJson.put(json, "responseSlope", mirror.response().slope());
        ArrayNode responses = json.putArray("responses");
        mirror.response()
                .cases()
                .forEach(response -> responses
                        .addObject()
                        .put("twin", response.twin())
                        .put("kpi", camel(response.kpi()))
                        .put("fromPercent", response.fromPercent())
                        .put("toPercent", response.toPercent())
                        .put("world", response.world())
                        .put("mirror", response.mirror()));
    }

    private static void score(ObjectNode json, FidelityScore score) {
        json.put("axis", camel(score.axis()));
        json.put("subject", score.subject());
        ResultJson.put(json, "value", score.value());
        json.put("light", camel(score.light()));
        json.put("greenLow", score.axis().greenLow());
        json.put("greenHigh", score.axis().greenHigh());
    }

    private static void drift(ArrayNode json, MirrorRecord mirror) {
        mirror.drift()
                .forEach(drift -> json.addObject()
                        .put("twin", drift.twin())
                        .put("detector", drift.detector())
                        .put("relativeDeviation", drift.outcome().relativeDeviation())
                        .put("steadyWindows", drift.outcome().steadyWindows())
                        .put("falseAlarms", drift.outcome().falseAlarms())
                        .put("falseAlarmsPer100000", drift.outcome().falseAlarmsPer100000())
                        .put("shifts", drift.outcome().shifts())
                        .put("foundWithin30", drift.outcome().foundWithin())
                        .put("medianDelay", drift.outcome().medianDelay())
                        .put("p95Delay", drift.outcome().p95Delay())
                        .put("simulatedShifts", drift.simulated().shifts())
                        .put("simulatedFoundWithin30", drift.simulated().foundWithin())
                        .put("simulatedMedianDelay", drift.simulated().medianDelay()));
    }

    /** {@code RATE_W1} is {@code rateW1}. */
    private static String camel(Enum<?> value) {
        StringBuilder camel = new StringBuilder();
        for (String word : value.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            camel.append(camel.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
