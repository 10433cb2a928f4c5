package io.twinslice.grammar;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.aper.PeerDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads octets by the productions: aligned PER (X.691) in the order of its clauses, one bit at a time. */
final class TreeReader {
    private final Grammar grammar;
    private final DecodeLimits limits;
    private final PeerDialect dialect;
    private final Budget budget;
    private final PerInput tape;
    /** What to add to a position of the tape to get one of the input; negative where that is not known any more. */
    private final int origin;

    /** List items that may still come, shared with the readers of open types. */
    private static final class Budget {
        int items;
        int depth;
    }

    TreeReader(Grammar grammar, byte[] octets, DecodeLimits limits, PeerDialect dialect) throws DecodeException {
        this(grammar, octets, limits, dialect, new Budget(), 0);
        budget.items = limits.items();
        if (octets.length > limits.octets()) {
            throw tape.malformed(octets.length + " octets exceed the limit of " + limits.octets());
        }
    }

    private TreeReader(
            Grammar grammar, byte[] octets, DecodeLimits limits, PeerDialect dialect, Budget budget, int origin) {
        this.grammar = grammar;
        this.limits = limits;
        this.dialect = dialect;
        this.budget = budget;
        this.origin = origin;
        tape = new PerInput(octets, dialect);
    }

    Node read(String type) throws DecodeException {
        return node(type, new AsnType.Reference(type));
    }

    private Node node(String name, AsnType type) throws DecodeException {
        tape.enter(name);
        if (++budget.depth > 4 * limits.depth()) {
            throw tape.malformed("nesting exceeds the limit of " + limits.depth());
        }
        int start = origin < 0 ? -1 : origin + tape.position();
        Node node = new Node(name, start, value(grammar.resolve(type, dialect)), Optional.empty());
        budget.depth--;
        tape.leave();
        return node;
    }

    private Value value(AsnType type) throws DecodeException {
        return switch (type) {
            case AsnType.Bool _ -> new Value.Truth(tape.bit());
            case AsnType.Nothing _ -> new Value.Nothing();
            case AsnType.Real _ -> new Value.Real(RealText.read(tape, tape.octetsUnderLength()));
            case AsnType.Int(AsnType.Range range) -> new Value.Int(tape.integer(range));
            case AsnType.OctetString(AsnType.Range size) -> new Value.Content(tape.octetString(size));
            case AsnType.Bits(AsnType.Range size) -> new Value.Bits(tape.bitString(size));
            case AsnType.Text(AsnType.Range size) -> new Value.Text(tape.text(size));
            case AsnType.Enumerated enumerated -> item(enumerated);
            case AsnType.Sequence sequence -> sequence(sequence);
            case AsnType.Choice choice -> new Value.Alternative(choice(choice));
            case AsnType.ListOf list -> list(list);
            case AsnType.Container(AsnType.Ie ie) -> container(List.of(ie));
            case AsnType.Message message -> message(message);
            case AsnType.Pdu _ -> new Value.Alternative(pdu());
            case AsnType.Reference reference -> value(grammar.resolve(reference, dialect));
        };
    }

    private Value item(AsnType.Enumerated type) throws DecodeException {
        int root = type.root().size();
        int index = type.extensible() ? tape.extensibleIndex(root) : (int) tape.constrained(0, root - 1L);
        String name = index < root
                ? type.root().get(index)
                : index - root < type.additions().size()
                        ? type.additions().get(index - root)
                        : "_ext_" + (index - root);
        return new Value.Item(name, index, root);
    }

    private Value sequence(AsnType.Sequence type) throws DecodeException {
        boolean extended = type.extensible() && tape.bit();
        List<Boolean> present = new ArrayList<>();
        for (AsnType.Field field : type.root()) {
            present.add(!field.optional() || tape.bit());
        }
        List<Node> fields = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            if (present.get(i)) {
                fields.add(node(type.root().get(i).name(), type.root().get(i).type()));
            }
        }
        if (extended) {
            additions(type.additions(), fields);
        }
        return new Value.Fields(fields);
    }

    private void additions(List<AsnType.Field> known, List<Node> fields) throws DecodeException {
        tape.enter("extension additions");
        if (tape.bit()) {
            throw tape.malformed("more than 64 extension additions");
        }
        int count = (int) tape.number(6) + 1;
        boolean[] present = new boolean[count];
        for (int i = 0; i < count; i++) {
            present[i] = tape.bit();
        }
        tape.leave();
        for (int i = 0; i < count; i++) {
            if (present[i] && i < known.size()) {
                fields.add(openType(known.get(i).name(), known.get(i).type()));
            } else if (present[i]) {
                fields.add(unknown("_ext_" + i));
            }
        }
    }

    private Node unknown(String name) throws DecodeException {
        int start = position();
        Octets content = Octets.of(tape.generalOctets());
        Node inner = new Node("_unknown_ext", start, new Value.Content(content), Optional.of(content));
        return new Node(name, start, new Value.Alternative(inner), Optional.of(content));
    }

    private Node choice(AsnType.Choice type) throws DecodeException {
        int root = type.root().size();
        if (dialect == PeerDialect.FLEXRIC_2023 && !type.additions().isEmpty()) {
            List<AsnType.Field> all = new ArrayList<>(type.root());
            all.addAll(type.additions());
            int index = tape.extensibleIndex(all.size());
            return index < all.size()
                    ? node(all.get(index).name(), all.get(index).type())
                    : unknown("_ext_" + (index - all.size()));
        }
        int index = type.extensible() ? tape.extensibleIndex(root) : (int) tape.constrained(0, root - 1L);
        if (index < root) {
            return node(type.root().get(index).name(), type.root().get(index).type());
        }
        int addition = index - root;
        return addition < type.additions().size()
                ? openType(
                        type.additions().get(addition).name(),
                        type.additions().get(addition).type())
                : unknown("_ext_" + addition);
    }

    private Value list(AsnType.ListOf type) throws DecodeException {
        List<Node> items = new ArrayList<>();
        boolean general = type.size().upper() >= 65536;
        int count;
        do {
            count = general
                    ? tape.length()
                    : (int) tape.constrained(type.size().lower(), type.size().upper());
            if (count > tape.left() || count > budget.items) {
                throw tape.malformed("a list of " + count + " items");
            }
            budget.items -= count;
            for (int i = 0; i < count; i++) {
                items.add(node("[" + items.size() + "]", type.item()).named(""));
            }
        } while (general && count >= PerInput.FRAGMENT);
        if (items.size() < type.size().lower()) {
            throw tape.malformed("a list of " + items.size() + " items");
        }
        return new Value.Items(items);
    }

    private int position() {
        return origin < 0 ? -1 : origin + tape.position();
    }

    /** A value of {@code type} inside an open type (clause 11.2). */
    private Node openType(String name, AsnType type) throws DecodeException {
        tape.enter(name);
        tape.align();
        int start = position();
        int before = tape.position();
        byte[] content = tape.generalOctets();
        boolean whole = tape.position() - before - content.length * 8 <= 16;
        int inside = start < 0 || !whole ? -1 : start + tape.position() - before - content.length * 8;
        TreeReader reader = new TreeReader(grammar, content, limits, dialect, budget, inside);
        try {
            Node node = reader.node(name, type);
            tape.leave();
            return new Node(name, node.bit(), node.value(), Optional.of(Octets.of(content)));
        } catch (DecodeException e) {
            throw tape.malformed(String.valueOf(e.getMessage()));
        }
    }

    private Node pdu() throws DecodeException {
        int kind = tape.extensibleIndex(Grammar.KINDS.size());
        if (kind >= Grammar.KINDS.size()) {
            return unknown("_ext_" + (kind - Grammar.KINDS.size()));
        }
        String name = Grammar.KINDS.get(kind);
        tape.enter(name);
        int start = position();
        Node code = new Node("procedureCode", position(), new Value.Int(tape.constrained(0, 255)), Optional.empty());
        int procedure = (int) ((Value.Int) code.value()).value();
        Node criticality = criticality();
        int at = position();
        Optional<AsnType.Message> message = grammar.messages().stream()
                .filter(known -> known.kind() == kind && known.procedureCode() == procedure)
                .findFirst();
        Node content = message.isPresent() ? openType(message.get().name(), message.get()) : rawOpenType();
        tape.leave();
        Node value = new Node("value", at, new Value.Alternative(content), Optional.empty());
        return new Node(name, start, new Value.Fields(List.of(code, criticality, value)), Optional.empty());
    }

    private Node rawOpenType() throws DecodeException {
        int start = position();
        Octets content = Octets.of(tape.generalOctets());
        return new Node("_unknown", start, new Value.Content(content), Optional.of(content));
    }

    private Node criticality() throws DecodeException {
        int start = position();
        int index = (int) tape.constrained(0, Grammar.CRITICALITIES.size() - 1L);
        return new Node(
                "criticality",
                start,
                new Value.Item(Grammar.CRITICALITIES.get(index), index, Grammar.CRITICALITIES.size()),
                Optional.empty());
    }

    private Value message(AsnType.Message message) throws DecodeException {
        boolean extended = tape.bit();
        int start = position();
        int count = (int) tape.constrained(0, 65535);
        if (count > tape.left() || count > budget.items) {
            throw tape.malformed("a list of " + count + " IEs");
        }
        budget.items -= count;
        List<Node> ies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tape.enter("protocolIEs[" + i + "]");
            int at = position();
            ies.add(new Node("", at, container(message.ies()), Optional.empty()));
            tape.leave();
        }
        List<Node> fields = new ArrayList<>();
        fields.add(new Node("protocolIEs", start, new Value.Items(ies), Optional.empty()));
        if (extended) {
            additions(List.of(), fields);
        }
        return new Value.Fields(fields);
    }

    private Value container(List<AsnType.Ie> known) throws DecodeException {
        int start = position();
        long id = tape.constrained(0, 65535);
        Node criticality = criticality();
        int at = position();
        Optional<AsnType.Ie> row = known.stream().filter(ie -> ie.id() == id).findFirst();
        Node content = row.isPresent()
                ? openType(row.get().type(), new AsnType.Reference(row.get().type()))
                : rawOpenType();
        return new Value.Fields(List.of(
                new Node("id", start, new Value.Int(id), Optional.empty()),
                criticality,
                new Node("value", at, new Value.Alternative(content), Optional.empty())));
    }
}
