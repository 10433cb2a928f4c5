package io.twinslice.grammar;

import io.twinslice.aper.BitString;
import io.twinslice.aper.Octets;
import io.twinslice.aper.PeerDialect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps, lists, strings and numbers become values of a type. */
final class PlainReader {
    private final Grammar grammar;
    private final Deque<String> path = new ArrayDeque<>();

    PlainReader(Grammar grammar) {
        this.grammar = grammar;
    }

    Value read(String name, AsnType type, @Nullable Object plain) {
        path.addLast(name);
        if (path.size() > 1024) {
            throw wrong("nested too deeply");
        }
        Value value = value(grammar.resolve(type, PeerDialect.STANDARD), plain);
        path.removeLast();
        return value;
    }

    private Value value(AsnType type, @Nullable Object plain) {
        return switch (type) {
            case AsnType.Bool _ -> new Value.Truth(as(Boolean.class, plain));
            case AsnType.Nothing _ -> {
                if (plain != null) {
                    throw wrong("null is wanted");
                }
                yield new Value.Nothing();
            }
            case AsnType.Real _ -> real(plain);
            case AsnType.Int _ -> new Value.Int(number(plain));
            case AsnType.OctetString _ -> new Value.Content(hex(plain));
            case AsnType.Bits _ -> new Value.Bits(bits(as(String.class, plain)));
            case AsnType.Text _ -> new Value.Text(as(String.class, plain));
            case AsnType.Enumerated enumerated -> item(enumerated, as(String.class, plain));
            case AsnType.Sequence sequence -> fields(sequence, map(plain));
            case AsnType.Choice choice -> alternative(choice, map(plain));
            case AsnType.ListOf list -> items(list.item(), list(plain));
            case AsnType.Container(AsnType.Ie ie) -> container(List.of(ie), map(plain));
            case AsnType.Message message -> message(message, map(plain));
            case AsnType.Pdu _ -> pdu(map(plain));
            case AsnType.Reference reference -> value(grammar.resolve(reference, PeerDialect.STANDARD), plain);
        };
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(String.join(".", path) + ": " + problem);
    }

    private <T> T as(Class<T> kind, @Nullable Object plain) {
        if (!kind.isInstance(plain)) {
            throw wrong("a " + kind.getSimpleName() + " is wanted instead of " + plain);
        }
        return kind.cast(plain);
    }

    private Map<?, ?> map(@Nullable Object plain) {
        return as(Map.class, plain);
    }

    private List<?> list(@Nullable Object plain) {
        return as(List.class, plain);
    }

    private long number(@Nullable Object plain) {
        try {
            return PlainValues.number(as(Object.class, plain)).longValueExact();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Value real(@Nullable Object plain) {
        try {
            return new Value.Real(PlainValues.real(map(plain)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Octets hex(@Nullable Object plain) {
        try {
            return Octets.ofHex(as(String.class, plain));
        } catch (IllegalArgumentException e) {
            throw wrong("no hexadecimal digits: " + plain);
        }
    }

    private BitString bits(String text) {
        if (!text.matches("[01]*")) {
            throw wrong("a BIT STRING is written in 0 and 1, not \"" + text + "\"");
        }
        byte[] octets = new byte[(text.length() + 7) / 8];
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '1') {
                octets[i / 8] |= (byte) (128 >> i % 8);
            }
        }
        return new BitString(Octets.of(octets), text.length());
    }

    private Value item(AsnType.Enumerated type, String name) {
        int root = type.root().indexOf(name);
        int addition = type.additions().indexOf(name);
        if (root < 0 && addition < 0 && PlainValues.extension(name).isEmpty()) {
            throw wrong("\"" + name + "\" is none of " + type.root() + type.additions());
        }
        int index = root >= 0
                ? root
                : type.root().size()
                        + (addition >= 0
                                ? addition
                                : PlainValues.extension(name).getAsInt());
        return new Value.Item(name, index, type.root().size());
    }

    private Value fields(AsnType.Sequence type, Map<?, ?> map) {
        List<Node> fields = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            fields.add(known(name, type.root(), type.additions(), entry.getValue()));
        }
        return new Value.Fields(fields);
    }

    private Value alternative(AsnType.Choice type, Map<?, ?> map) {
        Map.Entry<?, ?> entry = only(map);
        return new Value.Alternative(
                known(String.valueOf(entry.getKey()), type.root(), type.additions(), entry.getValue()));
    }

    private Node known(String name, List<AsnType.Field> root, List<AsnType.Field> additions, @Nullable Object plain) {
        Optional<AsnType.Field> field = java.util.stream.Stream.concat(root.stream(), additions.stream())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (field.isPresent()) {
            return new Node(name, read(name, field.get().type(), plain));
        }
        if (PlainValues.extension(name).isEmpty()) {
            throw wrong("unknown field " + name);
        }
        return new Node(name, unknown("_unknown_ext", plain));
    }

    private Value unknown(String key, @Nullable Object plain) {
        Map<?, ?> map = map(plain);
        return new Value.Alternative(new Node(key, new Value.Content(hex(map.get(key)))));
    }

    private Map.Entry<?, ?> only(Map<?, ?> map) {
        if (map.size() != 1) {
            throw wrong("one alternative is wanted instead of " + map.size());
        }
        return map.entrySet().iterator().next();
    }

    private Value items(AsnType type, List<?> list) {
        List<Node> items = new ArrayList<>();
        for (Object item : list) {
            items.add(new Node("", read("[" + items.size() + "]", type, item)));
        }
        return new Value.Items(items);
    }

    private Value pdu(Map<?, ?> map) {
        Map.Entry<?, ?> entry = only(map);
        String kind = String.valueOf(entry.getKey());
        if (PlainValues.extension(kind).isPresent()) {
            return new Value.Alternative(new Node(kind, unknown("_unknown_ext", entry.getValue())));
        }
        Map<?, ?> fields = map(entry.getValue());
        path.addLast(kind);
        Node value = new Node("value", openType(map(fields.get("value"))));
        Value content = new Value.Fields(List.of(
                new Node("procedureCode", new Value.Int(number(fields.get("procedureCode")))),
                criticality(fields),
                value));
        path.removeLast();
        return new Value.Alternative(new Node(kind, content));
    }

    private Node criticality(Map<?, ?> fields) {
        String name = as(String.class, fields.get("criticality"));
        int index = Grammar.CRITICALITIES.indexOf(name);
        if (index < 0) {
            throw wrong("\"" + name + "\" is no criticality");
        }
        return new Node("criticality", new Value.Item(name, index, Grammar.CRITICALITIES.size()));
    }

    private Value openType(Map<?, ?> map) {
        Map.Entry<?, ?> entry = only(map);
        String name = String.valueOf(entry.getKey());
        Value value = name.equals("_unknown")
                ? new Value.Content(hex(entry.getValue()))
                : read(name, new AsnType.Reference(name), entry.getValue());
        return new Value.Alternative(new Node(name, value));
    }

    private Value message(AsnType.Message message, Map<?, ?> map) {
        List<Node> fields = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (!name.equals("protocolIEs")) {
                fields.add(known(name, List.of(), List.of(), entry.getValue()));
                continue;
            }
            List<Node> ies = new ArrayList<>();
            for (Object ie : list(entry.getValue())) {
                path.addLast("protocolIEs[" + ies.size() + "]");
                ies.add(new Node("", container(message.ies(), map(ie))));
                path.removeLast();
            }
            fields.add(new Node(name, new Value.Items(ies)));
        }
        return new Value.Fields(fields);
    }

    private Value container(List<AsnType.Ie> ies, Map<?, ?> map) {
        long id = number(map.get("id"));
        if (ies.stream().noneMatch(ie -> ie.id() == id)
                && !map(map.get("value")).containsKey("_unknown")) {
            throw wrong("IE " + id + " is not known here");
        }
        return new Value.Fields(List.of(
                new Node("id", new Value.Int(id)),
                criticality(map),
                new Node("value", openType(map(map.get("value"))))));
    }
}
