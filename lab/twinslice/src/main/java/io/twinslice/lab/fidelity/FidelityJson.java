package io.twinslice.lab.fidelity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.ransim.lte.PolicyCellSettings;
import io.twinslice.ransim.lte.TestbedRadio;
import io.twinslice.sync.recording.Bar;
import io.twinslice.sync.recording.Ns3Score;
import io.twinslice.sync.recording.TestbedScore;
import java.util.List;

/** The figures as JSON; the fields are described in docs/json.md. */
final class FidelityJson {
    private FidelityJson() {}

    static ObjectNode testbed(ObjectNode json, TestbedScore score) {
        json.put("kind", "testbed")
                .put("method", score.method())
                .put("rate", score.rate())
                .put("buffer", score.buffer())
                .put("ratio", score.ratio())
                .put("rateP90", score.rateTail())
                .put("bufferP90", score.bufferTail())
                .put("ratioP90", score.ratioTail())
                .put("cellCount", score.cells().size());
        bars(json, score.bars());
        ArrayNode fitted = json.putArray("fitted");
        for (TestbedRadio radio : score.fitted()) {
            fitted.addObject()
                    .put("cqiMean", radio.cqiMean())
                    .put("runSpread", radio.runSpread())
                    .put("ueSpread", radio.ueSpread())
                    .put("drift", radio.drift())
                    .put("noise", radio.noise())
                    .put("badLog", radio.badLog())
                    .put("badSpread", radio.badSpread())
                    .put("badReports", radio.badReports())
                    .put("badCqi", radio.badCqi())
                    .put("steadier", radio.steadier());
        }
        ArrayNode cells = json.putArray("cells");
        for (TestbedScore.Cell cell : score.cells()) {
            cells.addObject()
                    .put("traffic", "trf" + cell.traffic())
                    .put("slice", cell.slice())
                    .put("prbs", cell.prbs())
                    .put("rows", cell.rows())
                    .put("rate", cell.rate())
                    .put("buffer", cell.buffer())
                    .put("ratio", cell.ratio());
        }
        return json;
    }

    static ObjectNode ns3(ObjectNode json, Ns3Score score) {
        json.put("kind", "ns3")
                .put("method", score.method())
                .put("throughputNrmse", score.throughputNrmse())
                .put("throughputNrmseWorst", score.throughputNrmseWorst())
                .put("p95DelayRatioLow", score.p95DelayRatioLow())
                .put("p95DelayRatioHigh", score.p95DelayRatioHigh())
                .put("p95DelayRatioMedian", score.p95DelayRatioMedian())
                .put("p95DelayWithin", score.p95DelayWithin())
                .put("kendallTau", score.kendallTau())
                .put("signAgreement", score.signAgreement())
                .put("responses", score.responses());
        bars(json, score.bars());
        ArrayNode fitted = json.putArray("fitted");
        for (PolicyCellSettings settings : score.fitted()) {
            fitted.addObject()
                    .put("cqiDelayMillis", settings.cqiDelayMillis())
                    .put("slopeDb", settings.slopeDb())
                    .put("controlSnrDb", settings.controlSnrDb())
                    .put("pipelineMillis", settings.pipelineMillis());
        }
        ArrayNode slices = json.putArray("slices");
        for (Ns3Score.SliceScore slice : score.slices()) {
            slices.addObject()
                    .put("trace", slice.trace())
                    .put("slice", slice.slice())
                    .put("throughputNrmse", slice.throughputNrmse())
                    .put("unsaturated", slice.unsaturated())
                    .put("p95Millis", slice.p95Millis())
                    .put("twinP95Millis", slice.twinP95Millis())
                    .put("prbShare", slice.prbShare())
                    .put("twinPrbShare", slice.twinPrbShare())
                    .put("missed", slice.missed())
                    .put("twinMissed", slice.twinMissed());
        }
        return json;
    }

    private static void bars(ObjectNode json, List<Bar> bars) {
        ArrayNode all = json.putArray("bars");
        for (Bar bar : bars) {
            all.addObject()
                    .put("name", bar.name())
                    .put("value", bar.value())
                    .put("low", bar.low())
                    .put("high", bar.high())
                    .put("met", bar.isMet());
        }
    }
}
