package io.twinslice.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The fields of one object of a plan; errors name the whole path of the field. */
final class PlanFields {
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new HashSet<>();

    /** @param path of the object, ending in a dot; empty for the plan itself */
    PlanFields(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw new IllegalArgumentException(
                    (path.isEmpty() ? "a plan" : path.substring(0, path.length() - 1)) + " must be a JSON object");
        }
    }

    PlanFields object(String name) {
        known.add(name);
        return new PlanFields(
                path + name + ".", node.has(name) ? node.path(name) : JsonNodeFactory.instance.objectNode());
    }

    int integer(String name, int standard) {
        long value = whole(name, standard);
        if (value != (int) value) {
            throw wrong(name, "a whole number of 32 bits", node.path(name));
        }
        return (int) value;
    }

    long whole(String name, long standard) {
        known.add(name);
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return standard;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number", value);
        }
        return value.longValue();
    }

    double real(String name, double standard) {
        known.add(name);
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return standard;
        }
        if (!value.isNumber()) {
            throw wrong(name, "a number", value);
        }
        return value.doubleValue();
    }

    String text(String name, String standard) {
        known.add(name);
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return standard;
        }
        if (!value.isTextual()) {
            throw wrong(name, "a text", value);
        }
        return value.textValue();
    }

    List<String> texts(String name, List<String> standard) {
        known.add(name);
        JsonNode values = node.path(name);
        if (values.isMissingNode()) {
            return standard;
        }
        if (!values.isArray()) {
            throw wrong(name, "a list of texts", values);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isTextual()) {
                throw wrong(name + "[" + texts.size() + "]", "a text", value);
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    /** Call it when every field was read. */
    void end() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new IllegalArgumentException(path + name + " is no field of a plan; there are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    /** Makes a value that checks itself and says which of its fields is wrong. */
    <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + e.getMessage(), e);
        }
    }

    private IllegalArgumentException wrong(String name, String wanted, JsonNode value) {
        String text = value.toString();
        return new IllegalArgumentException(
                path + name + " must be " + wanted + ", not " + text.substring(0, Math.min(60, text.length())));
    }
}
