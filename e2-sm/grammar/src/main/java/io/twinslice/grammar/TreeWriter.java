package io.twinslice.grammar;

import io.twinslice.aper.PeerDialect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Writes trees by the productions, canonically: minimal numbers and lengths, no absent extensions. */
final class TreeWriter {
    private final Grammar grammar;
    private final PeerDialect dialect;
    private final Deque<String> path = new ArrayDeque<>();
    private PerOutput out;

    TreeWriter(Grammar grammar, PeerDialect dialect) {
        this.grammar = grammar;
        this.dialect = dialect;
        out = new PerOutput(dialect, path);
    }

    byte[] write(String type, Value value) {
        path.addLast(type);
        write(new AsnType.Reference(type), value);
        return out.toOctets();
    }

    private void write(AsnType type, Value value) {
        switch (grammar.resolve(type, dialect)) {
            case AsnType.Bool _ -> out.bit(as(Value.Truth.class, value).value());
            case AsnType.Nothing _ -> as(Value.Nothing.class, value);
            case AsnType.Real _ -> out.real(as(Value.Real.class, value).value());
            case AsnType.Int(AsnType.Range range) ->
                out.integer(as(Value.Int.class, value).value(), range);
            case AsnType.OctetString(AsnType.Range size) ->
                out.octetString(as(Value.Content.class, value).value(), size);
            case AsnType.Bits(AsnType.Range size) ->
                out.bitString(as(Value.Bits.class, value).value(), size);
            case AsnType.Text(AsnType.Range size) ->
                out.text(as(Value.Text.class, value).value(), size);
            case AsnType.Enumerated enumerated -> item(enumerated, as(Value.Item.class, value));
            case AsnType.Sequence sequence ->
                sequence(sequence, as(Value.Fields.class, value).fields());
            case AsnType.Choice choice ->
                choice(choice, as(Value.Alternative.class, value).node());
            case AsnType.ListOf list -> list(list, as(Value.Items.class, value).items());
            case AsnType.Container(AsnType.Ie ie) -> container(List.of(ie), as(Value.Fields.class, value));
            case AsnType.Message message -> message(message, as(Value.Fields.class, value));
            case AsnType.Pdu _ -> pdu(as(Value.Alternative.class, value).node());
            case AsnType.Reference reference -> write(grammar.resolve(reference, dialect), value);
        }
    }

    private <V extends Value> V as(Class<V> kind, Value value) {
        if (!kind.isInstance(value)) {
            throw out.wrong("a " + kind.getSimpleName() + " is wanted, not a "
                    + value.getClass().getSimpleName());
        }
        return kind.cast(value);
    }

    private void item(AsnType.Enumerated type, Value.Item item) {
        int index = index(type.root(), type.additions(), item.name());
        if (!type.extensible()) {
            out.constrained(index, 0, type.root().size() - 1L);
        } else {
            out.extensibleIndex(index, type.root().size());
        }
    }

    private int index(List<String> root, List<String> additions, String name) {
        int index = root.indexOf(name);
        if (index >= 0) {
            return index;
        }
        index = additions.indexOf(name);
        if (index < 0 && name.matches("_ext_[0-9]{1,8}")) {
            index = Integer.parseInt(name.substring(5));
        }
        if (index < 0) {
            throw out.wrong("\"" + name + "\" is none of " + root + additions);
        }
        return root.size() + index;
    }

    private void sequence(AsnType.Sequence type, List<Node> fields) {
        List<Node> additions = new ArrayList<>();
        for (Node field : fields) {
            boolean root = type.root().stream().anyMatch(known -> known.name().equals(field.name()));
            if (!root) {
                additions.add(field);
            }
        }
        if (type.extensible()) {
            out.bit(!additions.isEmpty());
        }
        for (AsnType.Field known : type.root()) {
            boolean there = find(fields, known.name()).isPresent();
            if (known.optional()) {
                out.bit(there);
            } else if (!there) {
                throw out.wrong(known.name() + " is missing");
            }
        }
        for (AsnType.Field known : type.root()) {
            find(fields, known.name()).ifPresent(field -> write(known.name(), known.type(), field.value()));
        }
        if (!additions.isEmpty()) {
            if (!type.extensible()) {
                throw out.wrong("unknown field " + additions.getFirst().name());
            }
            additions(type.additions(), additions);
        }
    }

    private static Optional<Node> find(List<Node> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private void write(String name, AsnType type, Value value) {
        path.addLast(name);
        write(type, value);
        path.removeLast();
    }

    private void additions(List<AsnType.Field> known, List<Node> present) {
        List<String> names = known.stream().map(AsnType.Field::name).toList();
        List<Optional<Node>> slots = new ArrayList<>();
        known.forEach(_ -> slots.add(Optional.empty()));
        for (Node addition : present) {
            int slot = index(List.of(), names, addition.name());
            while (slots.size() <= slot) {
                slots.add(Optional.empty());
            }
            slots.set(slot, Optional.of(addition));
        }
        if (slots.size() > 64) {
            throw out.wrong("more than 64 extension additions");
        }
        out.number(slots.size() - 1L, 7);
        slots.forEach(slot -> out.bit(slot.isPresent()));
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).isPresent()) {
                Node addition = slots.get(i).get();
                if (i < known.size() && addition.name().equals(names.get(i))) {
                    openType(addition.name(), known.get(i).type(), addition.value());
                } else {
                    raw(addition);
                }
            }
        }
    }

    /** An open type whose type the grammar does not know. */
    private void raw(Node node) {
        Value value = node.value() instanceof Value.Alternative(Node inner) ? inner.value() : node.value();
        out.underLength(as(Value.Content.class, value).value().toByteArray());
    }

    private void openType(String name, AsnType type, Value value) {
        PerOutput outer = out;
        out = new PerOutput(dialect, path);
        write(name, type, value);
        byte[] content = out.toOctets();
        out = outer;
        out.underLength(content);
    }

    private void choice(AsnType.Choice type, Node chosen) {
        List<String> root =
                new ArrayList<>(type.root().stream().map(AsnType.Field::name).toList());
        List<String> additions =
                type.additions().stream().map(AsnType.Field::name).toList();
        boolean flattened = dialect == PeerDialect.FLEXRIC_2023 && !additions.isEmpty();
        if (flattened) {
            root.addAll(additions);
            additions = List.of();
        }
        int index = index(root, additions, chosen.name());
        if (type.extensible()) {
            out.extensibleIndex(index, root.size());
        } else {
            out.constrained(index, 0, root.size() - 1L);
        }
        int known = type.root().size();
        if (index < root.size()) {
            AsnType.Field field =
                    index < known ? type.root().get(index) : type.additions().get(index - known);
            write(chosen.name(), field.type(), chosen.value());
        } else if (chosen.name().startsWith("_ext_")) {
            raw(chosen);
        } else {
            openType(chosen.name(), type.additions().get(index - known).type(), chosen.value());
        }
    }

    private void list(AsnType.ListOf type, List<Node> items) {
        if (!type.size().holds(items.size())) {
            throw out.wrong(items.size() + " items instead of " + type.size().lower() + ".."
                    + type.size().upper());
        }
        PerOutput.Units units = (from, count) -> {
            for (int i = from; i < from + count; i++) {
                write("[" + i + "]", type.item(), items.get(i).value());
            }
        };
        if (type.size().upper() >= 65536) {
            out.fragments(items.size(), units);
        } else {
            out.constrained(items.size(), type.size().lower(), type.size().upper());
            units.write(0, items.size());
        }
    }

    private void pdu(Node chosen) {
        int kind = index(Grammar.KINDS, List.of(), chosen.name());
        out.extensibleIndex(kind, Grammar.KINDS.size());
        if (kind >= Grammar.KINDS.size()) {
            raw(chosen);
            return;
        }
        path.addLast(chosen.name());
        List<Node> fields = as(Value.Fields.class, chosen.value()).fields();
        out.constrained(
                as(Value.Int.class, field(fields, "procedureCode").value()).value(), 0, 255);
        criticality(fields);
        openTypeByName(field(fields, "value"));
        path.removeLast();
    }

    private void criticality(List<Node> fields) {
        String name = as(Value.Item.class, field(fields, "criticality").value()).name();
        out.constrained(index(Grammar.CRITICALITIES, List.of(), name), 0, 2);
    }

    private void openTypeByName(Node value) {
        Node content = as(Value.Alternative.class, value.value()).node();
        if (content.name().equals("_unknown")) {
            raw(content);
        } else {
            openType(content.name(), new AsnType.Reference(content.name()), content.value());
        }
    }

    private Node field(List<Node> fields, String name) {
        return find(fields, name).orElseThrow(() -> out.wrong(name + " is missing"));
    }

    private void message(AsnType.Message message, Value.Fields value) {
        List<Node> ies = as(
                        Value.Items.class, field(value.fields(), "protocolIEs").value())
                .items();
        List<Node> additions = value.fields().stream()
                .filter(field -> !field.name().equals("protocolIEs"))
                .toList();
        out.bit(!additions.isEmpty());
        out.constrained(ies.size(), 0, 65535);
        for (int i = 0; i < ies.size(); i++) {
            path.addLast("protocolIEs[" + i + "]");
            container(message.ies(), as(Value.Fields.class, ies.get(i).value()));
            path.removeLast();
        }
        if (!additions.isEmpty()) {
            additions(List.of(), additions);
        }
    }

    private void container(List<AsnType.Ie> known, Value.Fields value) {
        long id = as(Value.Int.class, field(value.fields(), "id").value()).value();
        out.constrained(id, 0, 65535);
        criticality(value.fields());
        Node content = as(
                        Value.Alternative.class, field(value.fields(), "value").value())
                .node();
        boolean fits = content.name().equals("_unknown")
                || known.stream().anyMatch(ie -> ie.id() == id && ie.type().equals(content.name()));
        if (!fits) {
            throw out.wrong("IE " + id + " is not a " + content.name() + " here");
        }
        openTypeByName(field(value.fields(), "value"));
    }
}
