package io.twinslice.lab.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.evaluation.offpolicy.OffPolicyAnswer;
import io.twinslice.lab.ResultJson;
import io.twinslice.lab.offline.OfflineResult.OfLoad;

/** The result for programs; docs/json.md has the fields. */
final class OfflineJson {

    private OfflineJson() {}

    static String text(OfflineResult result) {
        ObjectNode root = ResultJson.object()
                .put("runs", result.runs())
                .put("decisions", result.rounds())
                .put("learnedBeatsBestStatic", result.beaten())
                .put("answer", result.answer());
        ArrayNode loads = root.putArray("loads");
        for (OfLoad load : result.loads()) {
            ObjectNode node = loads.addObject()
                    .put("load", load.name())
                    .put("runs", load.runs())
                    .put("decisions", load.rounds())
                    .put("loggedCost", load.loggedCost())
                    .put("bound", load.bound())
                    .put("propensityGap", load.propensityGap());
            ArrayNode policies = node.putArray("policies");
            load.policies().forEach(row -> {
                ObjectNode policy = policies.addObject().put("policy", row.policy());
                support(policy, row.weighted());
                answer(policy, "snips", row.snips());
                answer(policy, "dr", row.doublyRobust());
                answer(policy, "wdr", row.weighted());
            });
            ArrayNode comparisons = node.putArray("comparisons");
            load.comparisons().forEach(comparison -> {
                ObjectNode difference = comparisons
                        .addObject()
                        .put("policy", comparison.policy())
                        .put("against", comparison.against());
                answer(difference, "wdr", comparison.weighted());
                answer(difference, "snips", comparison.snips());
            });
            ArrayNode followed = node.putArray("followed");
            load.followed().forEach(one -> {
                ObjectNode policy =
                        followed.addObject().put("policy", one.policy()).put("consecutiveDecisions", one.decisions());
                support(policy, one.answer());
                answer(policy, "snips", one.answer());
            });
        }
        return ResultJson.text(root);
    }

    private static void support(ObjectNode node, OffPolicyAnswer answer) {
        node.put("effectiveDecisions", answer.support().effectiveEpisodes())
                .put("effectiveRuns", answer.support().effectiveClusters())
                .put("supportedShare", answer.support().supportedShare());
    }

    private static void answer(ObjectNode node, String name, OffPolicyAnswer answer) {
        switch (answer) {
            case OffPolicyAnswer.Estimated estimated ->
                node.put(name, estimated.value().value())
                        .put(name + "Low", estimated.value().low())
                        .put(name + "High", estimated.value().high());
            case OffPolicyAnswer.NoSupport refused -> node.putNull(name).put(name + "Refused", refused.reason());
        }
    }
}
