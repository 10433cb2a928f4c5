package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.SCHEMA;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reader must know before using a policy.
 *
 * @param intendedUse one or two sentences
 * @param trainingFamilies scenario families it was trained on
 * @param knownFailures situations in which it is known to do badly
 * @param metrics what was measured, by name with its unit, for example {@code violationSeconds}
 */
public record ModelCard(
        String intendedUse,
        List<String> trainingFamilies,
        List<String> knownFailures,
        SortedMap<String, Metric> metrics) {
    private static final int MAX_TEXT = 2000;
    private static final int MAX_ITEMS = 64;

    /**
     * A mean with its 95 % confidence interval.
     *
     * @param mean finite
     * @param low at most {@code high}
     * @param high finite
     */
    public record Metric(double mean, double low, double high) {
        public Metric {
            if (!Double.isFinite(mean) || !Double.isFinite(low) || !Double.isFinite(high) || low > high) {
                throw new IllegalArgumentException(
                        "a metric needs finite numbers and low <= high, not " + mean + " [" + low + ", " + high + "]");
            }
        }
    }

    public ModelCard {
        trainingFamilies = List.copyOf(trainingFamilies);
        knownFailures = List.copyOf(knownFailures);
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        if (trainingFamilies.size() > MAX_ITEMS || knownFailures.size() > MAX_ITEMS || metrics.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("a list of the model card has more than " + MAX_ITEMS + " items");
        }
        requireShort(intendedUse);
        trainingFamilies.forEach(ModelCard::requireShort);
        knownFailures.forEach(ModelCard::requireShort);
        metrics.keySet().forEach(ModelCard::requireShort);
    }

    private static void requireShort(String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("a text of the model card is longer than " + MAX_TEXT + " characters");
        }
    }

    byte[] toJson() {
        ObjectNode json = CanonicalJson.object();
        json.put("intendedUse", intendedUse);
        ArrayNode families = json.putArray("trainingFamilies");
        trainingFamilies.forEach(families::add);
        ArrayNode failures = json.putArray("knownFailures");
        knownFailures.forEach(failures::add);
        ObjectNode measured = json.putObject("metrics");
        metrics.forEach((name, metric) -> measured.putObject(name)
                .put("mean", metric.mean())
                .put("low", metric.low())
                .put("high", metric.high()));
        return CanonicalJson.write(json);
    }

    static ModelCard parse(byte[] json) throws InvalidBundleException {
        double any = Double.MAX_VALUE;
        return CanonicalJson.read(json, "modelcard.json", SCHEMA)
                .as(fields -> new ModelCard(
                        fields.text("intendedUse", MAX_TEXT),
                        fields.list("trainingFamilies", MAX_ITEMS, item -> item.ownText(MAX_TEXT)),
                        fields.list("knownFailures", MAX_ITEMS, item -> item.ownText(MAX_TEXT)),
                        fields.map(
                                "metrics",
                                MAX_ITEMS,
                                metric -> new Metric(
                                        metric.number("mean", -any, any),
                                        metric.number("low", -any, any),
                                        metric.number("high", -any, any)))));
    }
}
