package io.twinslice.ccc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a received JSON text and the path to it, for errors. */
record JsonPart(String path, JsonNode node, DecodeLimits limits) {
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int LONGEST_NUMBER = 32;

    static JsonPart read(String root, Octets octets, DecodeLimits limits) throws DecodeException {
        if (octets.length() > limits.octets()) {
            throw new DecodeException(root + ": " + octets.length() + " octets exceed the limit of " + limits.octets());
        }
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(256)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try {
            return new JsonPart(root, mapper.readTree(octets.toByteArray()), limits);
        } catch (JsonProcessingException e) {
            @Nullable JsonLocation location = e.getLocation();
            String where = location == null ? "" : " at octet " + location.getByteOffset();
            throw new DecodeException(root + where + ": no JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new DecodeException(root + ": not read: " + e.getMessage());
        }
    }

    DecodeException wrong(String problem) {
        return new DecodeException(path + ": " + problem);
    }

    Optional<JsonPart> optional(String name) {
        JsonNode child = node.get(name);
        return child == null || child.isNull()
                ? Optional.empty()
                : Optional.of(new JsonPart(path + "." + name, child, limits));
    }

    JsonPart member(String name) throws DecodeException {
        if (!node.isObject()) {
            throw wrong("an object is wanted");
        }
        Optional<JsonPart> child = optional(name);
        if (child.isEmpty()) {
            throw wrong(name + " is missing");
        }
        return child.get();
    }

    /** How each item of a list is read. */
    interface Item<T> {
        T read(JsonPart part) throws DecodeException;
    }

    <T> List<T> list(String name, Item<T> item) throws DecodeException {
        JsonPart list = member(name);
        if (!list.node.isArray()) {
            throw list.wrong("a list is wanted");
        }
        if (list.node.isEmpty() || list.node.size() > limits.items()) {
            throw list.wrong(list.node.size() + " items instead of 1.." + limits.items());
        }
        List<T> items = new ArrayList<>(list.node.size());
        for (int i = 0; i < list.node.size(); i++) {
            items.add(item.read(new JsonPart(list.path + "[" + i + "]", list.node.get(i), limits)));
        }
        return FixedList.copyOf(items);
    }

    String text(String name, String pattern) throws DecodeException {
        JsonPart text = member(name);
        if (!text.node.isTextual() || !text.node.textValue().matches(pattern)) {
            throw text.wrong("text of the form " + pattern + " is wanted");
        }
        return text.node.textValue();
    }

    int number(String name, int lower, int upper) throws DecodeException {
        JsonPart number = member(name);
        if (!number.node.isIntegralNumber()
                || !number.node.canConvertToInt()
                || number.node.intValue() < lower
                || number.node.intValue() > upper) {
            throw number.wrong("a whole number of " + lower + ".." + upper + " is wanted");
        }
        return number.node.intValue();
    }
}
