package io.twinslice.grammar;

import io.twinslice.aper.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a tree that was read against the plain value it should be. Where the plain value was made with an older text,
 * which did not know an addition, alternative or item ({@code _ext_N}, {@code _unknown}), the octets or the number are
 * compared instead.
 */
public final class Comparison {
    private Comparison() {}

    /** Where and how {@code actual} differs first from {@code expected}; empty when it does not. */
    public static Optional<String> difference(Node actual, @Nullable Object expected) {
        return differ(actual.name(), actual, expected);
    }

    private static Optional<String> differ(String path, Node node, @Nullable Object expected) {
        return switch (node.value()) {
            case Value.Fields(List<Node> fields) ->
                expected instanceof Map<?, ?> map ? fields(path, fields, map) : no(path, node, expected);
            case Value.Items(List<Node> items) ->
                expected instanceof List<?> list ? items(path, items, list) : no(path, node, expected);
            case Value.Alternative(Node chosen) ->
                expected instanceof Map<?, ?> map && map.size() == 1
                        ? alternative(path, chosen, map)
                        : no(path, node, expected);
            case Value.Item item ->
                expected instanceof String name && isItem(item, name) ? Optional.empty() : no(path, node, expected);
            case Value.Real(double real) ->
                expected instanceof Map<?, ?> map && Double.compare(PlainValues.real(map), real) == 0
                        ? Optional.empty()
                        : no(path, node, expected);
            case Value.Int(long number) ->
                expected != null
                                && !(expected instanceof String)
                                && PlainValues.number(expected).equals(java.math.BigInteger.valueOf(number))
                        ? Optional.empty()
                        : no(path, node, expected);
            case Value.Nothing _ -> expected == null ? Optional.empty() : no(path, node, expected);
            case Value.Truth(boolean truth) ->
                expected instanceof Boolean other && other == truth ? Optional.empty() : no(path, node, expected);
            case Value.Content _, Value.Bits _, Value.Text _ ->
                expected instanceof String text && text.equals(PlainValues.of(node.value()))
                        ? Optional.empty()
                        : no(path, node, expected);
        };
    }

    private static boolean isItem(Value.Item item, String name) {
        return item.name().equals(name)
                || (item.index() >= item.root() && name.equals("_ext_" + (item.index() - item.root())));
    }

    private static Optional<String> no(String path, Node node, @Nullable Object expected) {
        return Optional.of(path + " is " + shortened(PlainValues.of(node.value())) + ", not " + shortened(expected));
    }

    private static String shortened(@Nullable Object plain) {
        String text = String.valueOf(plain);
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }

    private static Optional<String> fields(String path, List<Node> actual, Map<?, ?> expected) {
        List<Node> left = new ArrayList<>(actual);
        List<Octets> unknown = new ArrayList<>();
        for (Map.Entry<?, ?> entry : expected.entrySet()) {
            String name = String.valueOf(entry.getKey());
            Optional<Node> field =
                    left.stream().filter(node -> node.name().equals(name)).findFirst();
            if (field.isPresent()) {
                left.remove(field.get());
                Optional<String> difference = differ(path + "." + name, field.get(), entry.getValue());
                if (difference.isPresent()) {
                    return difference;
                }
            } else if (PlainValues.extension(name).isPresent() && hex(entry.getValue()) != null) {
                unknown.add(Octets.ofHex(String.valueOf(hex(entry.getValue()))));
            } else {
                return Optional.of(path + "." + name + " is not there");
            }
        }
        for (Octets content : unknown) {
            if (left.isEmpty() || !left.removeFirst().content().equals(Optional.of(content))) {
                return Optional.of(path + " has no extension addition of octets " + content);
            }
        }
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(path + "." + left.getFirst().name() + " should not be there");
    }

    private static Optional<String> items(String path, List<Node> actual, List<?> expected) {
        if (actual.size() != expected.size()) {
            return Optional.of(path + " has " + actual.size() + " items, not " + expected.size());
        }
        for (int i = 0; i < actual.size(); i++) {
            Optional<String> difference = differ(path + "[" + i + "]", actual.get(i), expected.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> alternative(String path, Node chosen, Map<?, ?> expected) {
        Map.Entry<?, ?> entry = expected.entrySet().iterator().next();
        String name = String.valueOf(entry.getKey());
        if (name.equals(chosen.name())) {
            return differ(path + "." + name, chosen, entry.getValue());
        }
        @Nullable
        Object unknown =
                name.equals("_unknown") || name.equals("_unknown_ext") ? entry.getValue() : hex(entry.getValue());
        boolean same = name.startsWith("_")
                && unknown instanceof String text
                && chosen.content().map(Octets::toHex).equals(Optional.of(text));
        return same ? Optional.empty() : Optional.of(path + " is a " + chosen.name() + ", not a " + name);
    }

    private static @Nullable Object hex(@Nullable Object unknown) {
        return unknown instanceof Map<?, ?> map ? map.get("_unknown_ext") : null;
    }
}
