package io.twinslice.lab.kbrl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.lab.ResultJson;
import io.twinslice.learners.kbrl.KbrlRun;
import java.util.List;

/** The result for programs; docs/json.md has the fields. */
final class KbrlJson {

    private KbrlJson() {}

    static String text(List<Played> results) {
        ArrayNode root = ResultJson.array();
        for (Played played : results) {
            ObjectNode node = root.addObject()
                    .put("scenario", played.scenario().name())
                    .put("learner", played.learner().label());
            ResultJson.put(node, "violationsPerStage", played.violationsPerStage(), played.hasInterval());
            ResultJson.put(node, "prb", played.prb(), played.hasInterval());
            ResultJson.put(node, "cumulativeViolations", played.cumulativeViolations(), played.hasInterval());
            node.put("seeds", played.runs().size())
                    .put("stages", played.stages())
                    .put("comparable", played.isComparable());
            ArrayNode runs = node.putArray("runs");
            for (int i = 0; i < played.runs().size(); i++) {
                KbrlRun.Result run = played.runs().get(i);
                ObjectNode one = runs.addObject()
                        .put("seed", i + 1)
                        .put("violationsPerStage", run.violationsPerStage())
                        .put("prb", run.prb())
                        .put("cumulativeViolations", run.cumulativeViolations());
                ArrayNode curve = one.putArray("curve");
                run.curve()
                        .forEach(point -> curve.addObject()
                                .put("stage", point.stage())
                                .put("cumulativeViolations", point.cumulativeViolations())
                                .put("prb", point.prb()));
            }
        }
        return ResultJson.text(root);
    }
}
