package io.twinslice.lab.classic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.lab.ResultJson;
import java.util.List;

/** The result for programs; docs/json.md has the fields. */
final class ClassicJson {

    private ClassicJson() {}

    static String text(List<Trained> results) {
        ObjectNode root = ResultJson.object();
        ArrayNode benchmarks = root.putArray("benchmarks");
        for (Trained trained : results) {
            ObjectNode node = benchmarks
                    .addObject()
                    .put("task", trained.benchmark().taskName())
                    .put("learner", trained.benchmark().learnerName())
                    .put("steps", trained.steps())
                    .put("seeds", trained.runs().size())
                    .put("comparable", trained.isComparable());
            if (trained.hasBar()) {
                node.put("bar", trained.benchmark().bar().getAsDouble()).put("met", trained.meetsBar());
            } else {
                node.putNull("bar").putNull("met");
            }
            ResultJson.put(node, "mean", trained.mean(), trained.hasInterval());
            ResultJson.put(node, "interquartileMean", trained.interquartileMean(), trained.hasInterval());
            ArrayNode runs = node.putArray("runs");
            for (int i = 0; i < trained.runs().size(); i++) {
                ObjectNode run = runs.addObject()
                        .put("seed", i + 1)
                        .put("score", trained.runs().get(i).score());
                ArrayNode curve = run.putArray("curve");
                trained.runs()
                        .get(i)
                        .curve()
                        .forEach(point ->
                                curve.addObject().put("step", point.step()).put("return", point.meanReturn()));
            }
        }
        ArrayNode differences = root.putArray("differences");
        for (Difference difference : Difference.among(results)) {
            ObjectNode node = differences
                    .addObject()
                    .put("task", difference.learner().benchmark().taskName())
                    .put("learner", difference.learner().benchmark().learnerName())
                    .put("against", difference.against().benchmark().learnerName())
                    .put("gain", difference.isGain());
            ResultJson.put(
                    node,
                    "difference",
                    difference.interval(),
                    difference.learner().hasInterval());
        }
        return ResultJson.text(root);
    }
}
