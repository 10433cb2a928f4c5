package io.twinslice.ric;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON from the network: bounded in size, depth and number length, without duplicate keys or trailing text. */
final class StrictJson {
    static final int MAX_DOCUMENT_CHARS = 1 << 18;
    private static final int MAX_DEPTH = 40;
    private static final int MAX_NUMBER_CHARS = 40;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_DOCUMENT_CHARS)
                            .maxStringLength(MAX_DOCUMENT_CHARS)
                            .maxNameLength(1024)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_CHARS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** Text that is no acceptable JSON; the message says why. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    static JsonNode read(String text) throws Fault {
        if (text.length() > MAX_DOCUMENT_CHARS) {
            throw new Fault("a text of " + text.length() + " characters; at most " + MAX_DOCUMENT_CHARS);
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new Fault("no JSON at all");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Fault(describe(e));
        }
    }

    /** UTF-8 JSON; NULs behind it are ignored, as C senders count their text's end. */
    static JsonNode read(byte[] utf8) throws Fault {
        int length = utf8.length;
        while (length > 0 && utf8[length - 1] == 0) {
            length--;
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Fault("not UTF-8");
        }
    }

    /** An integer given as a number or as a string of digits. */
    static Optional<Integer> integer(JsonNode node) {
        if (node.isTextual() && node.textValue().matches("-?[0-9]{1,10}")) {
            long value = Long.parseLong(node.textValue());
            return value == (int) value ? Optional.of((int) value) : Optional.empty();
        }
        return node.isIntegralNumber() && node.canConvertToInt() ? Optional.of(node.intValue()) : Optional.empty();
    }

    private static String describe(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return shown(String.valueOf(e.getOriginalMessage())) + where;
    }

    /** Foreign text as it may stand in a message: short, on one line. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "..";
    }
}
