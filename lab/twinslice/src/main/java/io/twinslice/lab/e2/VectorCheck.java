package io.twinslice.lab.e2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.PeerDialect;
import io.twinslice.grammar.Comparison;
import io.twinslice.grammar.Node;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One line of vectors against the codecs. The octets are decoded into records and written again, and what was written
 * is read by the productions and held against the value; so both the codecs and the productions must be right.
 */
final class VectorCheck {
    static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private VectorCheck() {}

    /** The name of the line for a person. */
    static String name(JsonNode line) {
        return line.path("name").asText(line.path("from").asText("unnamed"));
    }

    /** Why the line fails; empty when it passes. */
    static Optional<String> problem(String text) {
        try {
            return problem(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.of("no JSON: " + e.getOriginalMessage());
        }
    }

    static Optional<String> problem(JsonNode line) {
        String specKey = line.path("specKey").asText();
        Optional<MessageType> type = MessageType.of(specKey, line.path("type").asText());
        if (type.isEmpty()) {
            return Optional.of("no type \"" + line.path("type").asText() + "\" in \"" + specKey + "\"");
        }
        byte[] octets;
        try {
            octets = HexFormat.of().parseHex(line.path("aper_hex").asText("missing"));
        } catch (IllegalArgumentException e) {
            return Optional.of("aper_hex is not hexadecimal: " + e.getMessage());
        }
        String expected = line.path("expected").asText("");
        return switch (expected) {
            case "" -> valid(line, type.get(), octets);
            case "reject" -> refused(type.get(), octets);
            case "accept", "accept-noncanonical" -> accepted(line, type.get(), octets, expected.equals("accept"));
            case "implementations-differ" -> decided(type.get(), octets);
            default -> Optional.of("expected is \"" + expected + "\", which says nothing");
        };
    }

    private static Optional<String> valid(JsonNode line, MessageType type, byte[] octets) {
        boolean exactly = !line.path("decode_only").asBoolean();
        Optional<String> problem = agreed(line, type, octets, exactly);
        // A quirk of one peer: its value is what the peer meant, which the standard may read otherwise.
        return problem.isPresent() && line.path("kind").asText().equals("peer-quirk")
                ? agreed(line, type.withDialect(PeerDialect.SRSRAN), octets, exactly)
                : problem;
    }

    private static Optional<String> agreed(JsonNode line, MessageType type, byte[] octets, boolean exactly) {
        try {
            Optional<byte[]> again = Reading.of(type, octets).again();
            if (again.isEmpty() && exactly) {
                return Optional.of("decoded, but IEs are missing, repeated or not understood");
            }
            if (exactly && !Arrays.equals(again.get(), octets)) {
                return Optional.of("re-encoded to " + HexFormat.of().formatHex(again.get()));
            }
            return value(line, type, again.isPresent() && exactly ? again.get() : octets);
        } catch (DecodeException e) {
            return Optional.of("refused: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return Optional.of("decoded, but not encoded again: " + e.getMessage());
        }
    }

    private static Optional<String> value(JsonNode line, MessageType type, byte[] octets) throws DecodeException {
        Node tree = type.grammar().read(type.name(), octets, Reading.LIMITS, type.dialect());
        return line.has("value")
                ? Comparison.difference(tree, JSON.convertValue(line.get("value"), Object.class))
                : Optional.empty();
    }

    private static Optional<String> refused(MessageType type, byte[] octets) {
        try {
            Reading.of(type, octets);
            return Optional.of("accepted, but it is to be refused");
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> accepted(JsonNode line, MessageType type, byte[] octets, boolean exactly) {
        try {
            Optional<byte[]> again = Reading.of(type, octets).again();
            if (exactly && again.isPresent() && !Arrays.equals(again.get(), octets)) {
                return Optional.of("re-encoded to " + HexFormat.of().formatHex(again.get()));
            }
            return value(line, type, octets);
        } catch (DecodeException e) {
            return Optional.of("refused, but it is to be accepted: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return Optional.of("accepted, but not encoded again: " + e.getMessage());
        }
    }

    /** Never fails: which way it goes is written down in docs/e2-malformed.md. */
    private static Optional<String> decided(MessageType type, byte[] octets) {
        try {
            Reading.of(type, octets);
        } catch (DecodeException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
