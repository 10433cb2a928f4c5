package io.twinslice.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of one JSON object of hostile origin: every access is bounded and names the place it failed at. */
record Fields(String where, JsonNode node, RefusalReason reason) {

    /** An I/O-free step from fields to a value; what it throws becomes one refusal with the place. */
    interface Reading<T> {
        T read(Fields fields) throws InvalidBundleException;
    }

    /** Builds a record; a rule that its constructor finds broken is a refusal, not a crash. */
    <T> T as(Reading<T> reading) throws InvalidBundleException {
        try {
            return reading.read(this);
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage() == null ? "is not valid" : e.getMessage());
        }
    }

    String text(String name, int maxLength) throws InvalidBundleException {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().length() > maxLength) {
            throw refusal("needs a text \"" + name + "\" of at most " + maxLength + " characters");
        }
        return value.textValue();
    }

    int integer(String name, int low, int high) throws InvalidBundleException {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < low
                || value.intValue() > high) {
            throw refusal("needs an integer \"" + name + "\" of " + low + ".." + high);
        }
        return value.intValue();
    }

    double number(String name, double low, double high) throws InvalidBundleException {
        JsonNode value = node.path(name);
        if (!value.isNumber() || !(value.doubleValue() >= low && value.doubleValue() <= high)) {
            throw refusal("needs a number \"" + name + "\" of " + low + ".." + high);
        }
        return value.doubleValue();
    }

    boolean flag(String name) throws InvalidBundleException {
        JsonNode value = node.path(name);
        if (!value.isBoolean()) {
            throw refusal("needs true or false as \"" + name + "\"");
        }
        return value.booleanValue();
    }

    /** A whole number of up to 64 bits, which travels as text. */
    long longText(String name) throws InvalidBundleException {
        try {
            return Long.parseLong(text(name, 20));
        } catch (NumberFormatException e) {
            throw refusal("needs a whole number in quotes as \"" + name + "\"");
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> choices) throws InvalidBundleException {
        String text = text(name, 64);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        throw refusal("has an unknown \"" + name + "\"");
    }

    <T> List<T> list(String name, int maxItems, Reading<T> reading) throws InvalidBundleException {
        JsonNode array = node.path(name);
        if (!array.isArray() || array.size() > maxItems) {
            throw refusal("needs a list \"" + name + "\" of at most " + maxItems + " items");
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(new Fields(where + " " + name + "[" + i + "]", array.path(i), reason).as(reading));
        }
        return items;
    }

    <T> SortedMap<String, T> map(String name, int maxItems, Reading<T> reading) throws InvalidBundleException {
        JsonNode object = node.path(name);
        if (!object.isObject() || object.size() > maxItems) {
            throw refusal("needs an object \"" + name + "\" of at most " + maxItems + " fields");
        }
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        SortedMap<String, T> items = new TreeMap<>();
        for (String key : keys) {
            items.put(key, new Fields(where + " " + name + "." + key, object.path(key), reason).as(reading));
        }
        return items;
    }

    /** This very value as a text. */
    String ownText(int maxLength) throws InvalidBundleException {
        if (!node.isTextual() || node.textValue().length() > maxLength) {
            throw refusal("must be a text of at most " + maxLength + " characters");
        }
        return node.textValue();
    }

    /** This very value as an integer. */
    int ownInteger(int low, int high) throws InvalidBundleException {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < low || node.intValue() > high) {
            throw refusal("must be an integer of " + low + ".." + high);
        }
        return node.intValue();
    }

    InvalidBundleException refusal(String what) {
        return new InvalidBundleException(reason, where + " " + what);
    }
}
