package io.twinslice.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One byte form for each JSON value, in the manner of RFC 8785: keys sorted, no blanks, shortest numbers.
 *
 * <p>It differs from RFC 8785 in one point: a number with a fraction is printed by {@link Double#toString(double)}, not
 * by ECMAScript's rule. Integers of more than 53 bits travel as strings. Thread-safe.
 */
public final class CanonicalJson {
    private static final int MAX_DEPTH = 12;
    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(40)
                            .maxNameLength(256)
                            .maxStringLength(1 << 20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** An empty object to fill and write. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The canonical bytes of a value.
     *
     * @throws IllegalArgumentException for a number that is not finite, or a kind that JSON has not
     */
    public static byte[] write(JsonNode value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> appendObject(value, out);
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < value.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    append(value.path(i), out);
                }
                out.append(']');
            }
            case STRING -> appendText(value.textValue(), out);
            case NUMBER -> appendNumber(value, out);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("JSON has no " + value.getNodeType());
        }
    }

    private static void appendObject(JsonNode value, StringBuilder out) {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            out.append(i == 0 ? "" : ",");
            appendText(names.get(i), out);
            out.append(':');
            append(value.path(names.get(i)), out);
        }
        out.append('}');
    }

    private static void appendText(String text, StringBuilder out) {
        out.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(text))
                .append('"');
    }

    private static void appendNumber(JsonNode value, StringBuilder out) {
        if (value.isIntegralNumber()) {
            out.append(value.bigIntegerValue());
            return;
        }
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number);
        }
        out.append(number);
    }

    /** Parses strictly: no duplicate keys, nothing after the value, bounded depth and lengths. */
    static Fields read(byte[] octets, String where, RefusalReason reason) throws InvalidBundleException {
        try {
            JsonNode value = STRICT.readTree(octets);
            return new Fields(where, value == null ? JsonNodeFactory.instance.missingNode() : value, reason);
        } catch (JsonProcessingException e) {
            throw new InvalidBundleException(reason, where + " is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidBundleException(reason, where + " cannot be read: " + e.getMessage());
        }
    }
}
