package io.twinslice.lab.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Writes a run as JSON: flat, camelCase, units in the names, keys always in the order of {@code docs/json.md}.
 *
 * <p>The trees are built field by field, so that a renamed record component never renames a documented field.
 */
public final class RunJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunJson() {}

    /** The content of {@code run.json}, indented, ending in a line feed. */
    public static String run(RunRecord run) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("formatVersion", RunRecord.FORMAT_VERSION);
        json.put("scenario", run.scenario());
        json.put("seed", run.seed());
        json.put("quick", run.quick());
        text(json, "recording", run.recording());
        json.put("verdict", run.verdict());
        json.put("activated", run.activated());
        text(json, "candidateDigest", run.candidateDigest());
        text(json, "bundleDigest", run.bundleDigest());
        json.put("indications", run.indications());
        json.put("controls", run.controls());
        json.put("controlsAcknowledged", run.controlsAcknowledged());
        json.put("controlsRefused", run.controlsRefused());
        json.put("controlsTimedOut", run.controlsTimedOut());
        ArrayNode policies = json.putArray("policies");
        run.policies().forEach(policy -> policy(policies.addObject(), policy));
        run.learnedMinusEqual().ifPresent(difference -> difference(json, "learnedMinusEqual", difference));
        run.learnedMinusBestStatic().ifPresent(difference -> difference(json, "learnedMinusBestStatic", difference));
        ArrayNode gates = json.putArray("gates");
        run.gates().forEach(gate -> gate(gates.addObject(), gate));
        ArrayNode refusals = json.putArray("refusals");
        run.refusals().forEach(refusal -> refusal(refusals.addObject(), refusal));
        wallClock(json.putObject("wallClock"), run.wallClock());
        return indented(json);
    }

    private static void policy(ObjectNode json, PolicyResult policy) {
        json.put("name", policy.name());
        estimate(json, "violationSeconds", policy.violationSeconds());
        estimate(json, "prbSeconds", policy.prbSeconds());
        estimate(json, "aoiP99Millis", policy.aoiP99Millis());
        ArrayNode twins = json.putArray("twins");
        for (PolicyResult.Twin twin : policy.twins()) {
            ObjectNode entry = twins.addObject();
            entry.put("twin", twin.twin());
            estimate(entry, "violationSeconds", twin.violationSeconds());
        }
    }

    private static void difference(ObjectNode json, String prefix, PairedDifference difference) {
        estimate(json, prefix + "ViolationSeconds", difference.violationSeconds());
        estimate(json, prefix + "PrbSeconds", difference.prbSeconds());
        estimate(json, prefix + "AoiP99Millis", difference.aoiP99Millis());
    }

    private static void gate(ObjectNode json, GateResult gate) {
        json.put("name", gate.name());
        json.put("passed", gate.passed());
        json.put("measured", gate.measured());
        json.put("required", gate.required());
        json.put("evidence", gate.evidence());
    }

    private static void refusal(ObjectNode json, Refusal refusal) {
        json.put("by", refusal.by());
        json.put("reason", refusal.reason());
        json.put("count", refusal.count());
    }

    private static void wallClock(ObjectNode json, WallClock clock) {
        json.put("startedAt", clock.startedAt().toString());
        json.put("finishedAt", clock.finishedAt().toString());
        ObjectNode sections = json.putObject("secondsBySection");
        clock.secondsBySection().forEach((section, seconds) -> sections.put(section, seconds));
    }

    private static void estimate(ObjectNode json, String name, Estimate estimate) {
        json.put(name, estimate.value());
        json.put(name + "Low", estimate.low());
        json.put(name + "High", estimate.high());
    }

    private static void text(ObjectNode json, String name, Optional<String> value) {
        value.ifPresentOrElse(present -> json.put(name, present), () -> json.putNull(name));
    }

    /** The library's own indentation would end lines as the platform does. */
    private static String indented(ObjectNode json) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always writable", impossible);
        }
    }
}
