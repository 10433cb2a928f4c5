package io.twinslice.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.evaluation.Estimate;
import io.twinslice.evaluation.scores.Interval;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.io.UncheckedIOException;

/** What all {@code --json} files have in common: indented, with a line feed at the end. */
public final class ResultJson {
    private static final ObjectWriter WRITER = new ObjectMapper().writer(SerializationFeature.INDENT_OUTPUT);

    private ResultJson() {}

    /** An empty object to be filled. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty list to be filled. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Puts a number, or null where it is none. */
    public static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    /** Puts a mean, and the ends of its interval beside it. */
    public static void put(ObjectNode node, String name, Estimate estimate) {
        put(node, name, estimate.mean());
        put(node, name + "Low", estimate.low());
        put(node, name + "High", estimate.high());
    }

    /** Puts an interval of seeds; its ends are null where one seed has none. */
    public static void put(ObjectNode node, String name, Interval interval, boolean withEnds) {
        node.put(name, interval.value());
        if (withEnds) {
            node.put(name + "Low", interval.low()).put(name + "High", interval.high());
        } else {
            node.putNull(name + "Low").putNull(name + "High");
        }
    }

    /** Adds the quota of each slice: dedicated, min and max percent. */
    public static void add(ArrayNode list, QuotaPlan plan) {
        for (PrbQuota quota : plan.quotas()) {
            list.addArray()
                    .add(quota.dedicatedPercent())
                    .add(quota.minPercent())
                    .add(quota.maxPercent());
        }
    }

    /** The text of a tree, or of records and lists of them. */
    public static String text(Object result) {
        try {
            return WRITER.writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a result cannot be written as JSON", e);
        }
    }
}
