package io.twinslice.evaluation.offpolicy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.SliceReport;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code decisions.jsonl} (docs/json.md, section 2).
 *
 * <p>Bounded: {@value #MAX_FILE_BYTES} bytes, {@value #MAX_LINE_BYTES} a line, {@value #MAX_DECISIONS} decisions,
 * {@value #MAX_TWINS} twins. A log is read whole or refused whole, but for lines that a killed process left unfinished:
 * they are counted.
 */
public final class DecisionLogReader {
    static final long MAX_FILE_BYTES = 1L << 30;
    static final int MAX_LINE_BYTES = 1 << 18;
    static final int MAX_DECISIONS = 500_000;
    static final int MAX_TWINS = 64;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNumberLength(40)
                            .maxStringLength(4096)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<LoggedDecision> decisions = new ArrayList<>();
    private final Map<Long, Integer> open = new HashMap<>();
    private long lastControl;
    private int tornLines;
    private int line;

    private DecisionLogReader() {}

    /**
     * What a file holds.
     *
     * @param decisions in order of time
     * @param tornLines lines that were left unfinished
     */
    public record Decisions(List<LoggedDecision> decisions, int tornLines) {
        public Decisions {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * Reads a file.
     *
     * @throws InvalidLogException when the content is refused
     * @throws IOException when the file cannot be read
     */
    public static Decisions read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MAX_FILE_BYTES) {
            throw new InvalidLogException(
                    file.getFileName() + " has " + size + " bytes; at most " + MAX_FILE_BYTES + " are read");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            DecisionLogReader reader = new DecisionLogReader();
            reader.readAll(in);
            return new Decisions(reader.decisions, reader.tornLines);
        }
    }

    private void readAll(InputStream in) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(4096);
        long octets = 0;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (++octets > MAX_FILE_BYTES) {
                throw new InvalidLogException("the file grew beyond " + MAX_FILE_BYTES + " bytes");
            }
            if (octet == '\n') {
                line++;
                accept(buffer.toString(StandardCharsets.UTF_8));
                buffer.reset();
            } else if (buffer.size() == MAX_LINE_BYTES) {
                throw new InvalidLogException("line " + (line + 1) + " is longer than " + MAX_LINE_BYTES + " bytes");
            } else {
                buffer.write(octet);
            }
        }
        if (buffer.size() > 0) {
            tornLines++;
        }
    }

    private void accept(String text) throws InvalidLogException {
        if (text.isBlank()) {
            return;
        }
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            if (!text.endsWith("}")) {
                tornLines++;
                return;
            }
            throw refused("not JSON: " + e.getOriginalMessage());
        }
        try {
            switch (text(node, "kind")) {
                case "decision" -> decision(node);
                case "outcome" -> outcome(node);
                default -> throw refused("kind must be decision or outcome");
            }
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private void decision(JsonNode node) throws InvalidLogException {
        if (decisions.size() == MAX_DECISIONS) {
            throw refused("more than " + MAX_DECISIONS + " decisions; give a part of the log");
        }
        long control = number(node, "control", 1, Long.MAX_VALUE);
        if (control <= lastControl) {
            open.clear();
        }
        lastControl = control;
        List<String> twins = new ArrayList<>();
        List<SliceReport> reports = new ArrayList<>();
        JsonNode state = member(node, "state");
        if (!state.isObject() || state.isEmpty() || state.size() > MAX_TWINS) {
            throw refused("state must be an object of 1.." + MAX_TWINS + " twins");
        }
        for (Map.Entry<String, JsonNode> twin : state.properties()) {
            twins.add(twin.getKey());
            reports.add(report(twin.getValue()));
        }
        JsonNode propensity = member(node, "propensity");
        if (!propensity.isNumber()) {
            throw refused("propensity must be a number");
        }
        decisions.add(new LoggedDecision(
                number(node, "windowEndMillis", 0, Long.MAX_VALUE / 2),
                text(node, "policyDigest"),
                propensity.doubleValue(),
                twins,
                reports,
                plan(node, "inForce"),
                plan(node, "proposed"),
                plan(node, "action"),
                false));
        open.put(control, decisions.size() - 1);
    }

    private void outcome(JsonNode node) throws InvalidLogException {
        @Nullable Integer of = open.remove(number(node, "control", 1, Long.MAX_VALUE));
        String outcome = text(node, "outcome");
        if (of != null && outcome.equals("acknowledged")) {
            decisions.set(of, decisions.get(of).settled());
        }
    }

    private SliceReport report(JsonNode node) throws InvalidLogException {
        int[] values = new int[SliceMeasurement.values().length];
        for (SliceMeasurement measurement : SliceMeasurement.values()) {
            values[measurement.index()] = (int) number(node, measurement.measurementName(), 0, Integer.MAX_VALUE);
        }
        return SliceMeasurement.assemble(values);
    }

    private QuotaPlan plan(JsonNode node, String name) throws InvalidLogException {
        JsonNode array = member(node, name);
        if (!array.isArray() || array.isEmpty() || array.size() > MAX_TWINS) {
            throw refused(name + " must be an array of 1.." + MAX_TWINS + " quotas");
        }
        List<PrbQuota> quotas = new ArrayList<>();
        for (JsonNode quota : array) {
            if (!quota.isArray() || quota.size() != 3) {
                throw refused("a quota of " + name + " must be an array of three whole numbers");
            }
            quotas.add(new PrbQuota(
                    percent(quota.get(0), name), percent(quota.get(1), name), percent(quota.get(2), name)));
        }
        return new QuotaPlan(quotas);
    }

    private int percent(JsonNode value, String name) throws InvalidLogException {
        if (!value.isInt() || value.intValue() < 0 || value.intValue() > 100) {
            throw refused("a quota of " + name + " must have whole numbers 0..100");
        }
        return value.intValue();
    }

    private JsonNode member(JsonNode node, String name) throws InvalidLogException {
        @Nullable JsonNode member = node.get(name);
        if (member == null) {
            throw refused(name + " is missing");
        }
        return member;
    }

    private String text(JsonNode node, String name) throws InvalidLogException {
        JsonNode member = member(node, name);
        if (!member.isTextual()) {
            throw refused(name + " must be a string");
        }
        return member.textValue();
    }

    private long number(JsonNode node, String name, long low, long high) throws InvalidLogException {
        JsonNode member = member(node, name);
        if (!member.isIntegralNumber()
                || !member.canConvertToLong()
                || member.longValue() < low
                || member.longValue() > high) {
            throw refused(name + " must be a whole number " + low + ".." + high);
        }
        return member.longValue();
    }

    private InvalidLogException refused(String problem) {
        return new InvalidLogException("line " + line + ": " + problem);
    }
}
