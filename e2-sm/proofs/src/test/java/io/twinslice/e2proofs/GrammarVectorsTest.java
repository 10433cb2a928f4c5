package io.twinslice.e2proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.PeerDialect;
import io.twinslice.grammar.Comparison;
import io.twinslice.grammar.Grammar;
import io.twinslice.grammar.Node;
import io.twinslice.grammar.PlainValues;
import io.twinslice.grammar.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The productions, read slowly, agree with the golden vectors in both directions. */
class GrammarVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    @Test
    void everyValidVectorIsReadAsItsValueAndWrittenAsItsOctets() throws IOException {
        assertThat(disagreements("valid.jsonl")).isEmpty();
    }

    @Test
    void everyOctetStringOfOtherProjectsIsReadAsItsValueAndWrittenAgain() throws IOException {
        assertThat(disagreements("third-party.jsonl")).isEmpty();
    }

    @Test
    void newerAndDivergingPeersAreReadAsTheyMeantIt() throws IOException {
        assertThat(disagreements("compat.jsonl")).isEmpty();
    }

    @Test
    void brokenInputIsRefusedWhereEveryReferenceCodecRefusesIt() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode line : lines("malformed.jsonl")) {
            String expected = line.get("expected").asText();
            byte[] octets = HexFormat.of().parseHex(line.get("aper_hex").asText());
            try {
                grammar(line).read(line.get("type").asText(), octets, DecodeLimits.STANDARD);
                if (expected.equals("reject")) {
                    wrong.add(line.get("name") + " was accepted");
                }
            } catch (DecodeException e) {
                assertThat(e).hasMessageContaining(" at bit ");
                if (expected.startsWith("accept")) {
                    wrong.add(line.get("name") + " was refused: " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> disagreements(String file) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode line : lines(file)) {
            String name = line.path("name").asText(line.path("from").asText());
            try {
                disagreement(line).ifPresent(problem -> wrong.add(name + ": " + problem));
            } catch (DecodeException | IllegalArgumentException e) {
                wrong.add(name + ": " + e);
            }
        }
        return wrong;
    }

    private static Optional<String> disagreement(JsonNode line) throws DecodeException {
        Grammar grammar = grammar(line);
        String type = line.get("type").asText();
        String hex = line.get("aper_hex").asText();
        Object value = JSON.convertValue(line.get("value"), Object.class);
        PeerDialect dialect = dialect(line);
        Node tree = grammar.read(type, HexFormat.of().parseHex(hex), DecodeLimits.STANDARD, dialect);
        Optional<String> difference = Comparison.difference(tree, value);
        if (difference.isPresent()) {
            return difference;
        }
        boolean decodeOnly = line.path("decode_only").asBoolean();
        String fromTree = HexFormat.of().formatHex(grammar.write(type, tree.value(), dialect));
        if (!decodeOnly && !fromTree.equals(hex)) {
            return Optional.of("the tree is written as " + fromTree + " instead of " + hex);
        }
        Value parsed = decodeOnly ? tree.value() : PlainValues.parse(grammar, type, value);
        String fromValue = HexFormat.of().formatHex(grammar.write(type, parsed, dialect));
        return fromValue.equals(fromTree)
                ? Optional.empty()
                : Optional.of("the value is written as " + fromValue + " instead of " + hex);
    }

    private static PeerDialect dialect(JsonNode line) {
        return line.path("kind").asText().equals("peer-quirk")
                ? PeerDialect.SRSRAN
                : line.get("specKey").asText().endsWith("mod") ? PeerDialect.FLEXRIC_2023 : PeerDialect.STANDARD;
    }

    private static Grammar grammar(JsonNode line) {
        return switch (line.get("specKey").asText()) {
            case "e2ap_v2" -> Grammar.E2AP_V2;
            case "e2ap_v3" -> Grammar.E2AP_V3;
            case "kpm_v203" -> Grammar.KPM_V2;
            case "kpm_v3", "kpm_v3mod", "kpm_v201" -> Grammar.KPM_V3;
            case "rc_v103", "rc_v103mod" -> Grammar.RC;
            default -> throw new IllegalArgumentException(line.get("specKey").asText());
        };
    }

    private static List<JsonNode> lines(String file) throws IOException {
        return Vectors.read(file).stream().map(Vectors.Vector::line).toList();
    }
}
