package io.twinslice.grammar;

import io.twinslice.aper.BitString;
import io.twinslice.aper.Octets;
import io.twinslice.aper.PeerDialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Random values of any production, with a taste for bounds: least and greatest numbers, sizes around them, extension
 * additions and alternatives, nesting that comes to an end. Same generator, same values.
 *
 * <p>What peers are known to disagree about is left out: empty strings of a type that wants one character, unknown
 * alternatives and items, and reals that are not numbers.
 */
public final class RandomValues {
    private static final int DEEPEST = 14;

    private final Grammar grammar;
    private final RandomGenerator random;
    private final boolean unknown;
    /** How deep the shallowest value of each production is. */
    private final Map<String, Integer> shallowest = new HashMap<>();

    public RandomValues(Grammar grammar, RandomGenerator random) {
        this(grammar, random, false);
    }

    private RandomValues(Grammar grammar, RandomGenerator random, boolean unknown) {
        this.grammar = grammar;
        this.random = random;
        this.unknown = unknown;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (String name : grammar.types().stream().sorted().toList()) {
                int depth = depth(grammar.type(name));
                changed |= depth < shallowest.getOrDefault(name, Integer.MAX_VALUE);
                shallowest.put(name, depth);
            }
        }
    }

    /** Like these, with extension additions that a text to come might have, in any SEQUENCE that allows them. */
    public RandomValues withUnknownAdditions() {
        return new RandomValues(grammar, random, true);
    }

    /** A value of {@code type}. */
    public Value next(String type) {
        return value(new AsnType.Reference(type), 0);
    }

    private int depth(AsnType type) {
        int far = 1000;
        return switch (type) {
            case AsnType.Reference(String name) -> shallowest.getOrDefault(name, far);
            case AsnType.Sequence sequence ->
                1
                        + sequence.root().stream()
                                .filter(field -> !field.optional())
                                .mapToInt(field -> depth(field.type()))
                                .max()
                                .orElse(0);
            case AsnType.Choice choice ->
                1
                        + choice.root().stream()
                                .mapToInt(field -> depth(field.type()))
                                .min()
                                .orElse(far);
            case AsnType.ListOf list -> list.size().lower() == 0 ? 1 : Math.min(far, 1 + depth(list.item()));
            case AsnType.Message _, AsnType.Container _, AsnType.Pdu _ -> 1;
            case AsnType.Bool _,
                    AsnType.Nothing _,
                    AsnType.Real _,
                    AsnType.Int _,
                    AsnType.Bits _,
                    AsnType.OctetString _,
                    AsnType.Text _,
                    AsnType.Enumerated _ -> 0;
        };
    }

    private Value value(AsnType type, int depth) {
        return switch (grammar.resolve(type, PeerDialect.STANDARD)) {
            case AsnType.Bool _ -> new Value.Truth(random.nextBoolean());
            case AsnType.Nothing _ -> new Value.Nothing();
            case AsnType.Real _ -> new Value.Real(real());
            case AsnType.Int(AsnType.Range range) -> new Value.Int(integer(range));
            case AsnType.Bits(AsnType.Range size) -> new Value.Bits(bits(length(size, 40)));
            case AsnType.OctetString(AsnType.Range size) -> new Value.Content(octets(length(size, 200)));
            case AsnType.Text(AsnType.Range size) ->
                new Value.Text(text(Math.max(size.bounded() ? 1 : 0, length(size, 40))));
            case AsnType.Enumerated type1 -> item(type1);
            case AsnType.Sequence sequence -> sequence(sequence, depth);
            case AsnType.Choice choice -> choice(choice, depth);
            case AsnType.ListOf list -> list(list, depth);
            case AsnType.Container(AsnType.Ie ie) -> container(ie, depth);
            case AsnType.Message message -> message(message, depth);
            case AsnType.Pdu _ -> pdu(depth);
            case AsnType.Reference reference -> value(reference, depth);
        };
    }

    private boolean deep(int depth) {
        return depth > DEEPEST || random.nextInt(DEEPEST) < depth - 2;
    }

    private double real() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(-1000, 1000);
            case 1 -> random.nextInt() / 1024.0;
            case 2 -> random.nextGaussian();
            default -> Math.scalb(random.nextGaussian(), random.nextInt(-900, 900));
        };
    }

    private long integer(AsnType.Range range) {
        if (!range.bounded()) {
            return random.nextLong() >> random.nextInt(64);
        }
        if (range.extensible() && random.nextInt(6) == 0) {
            return range.upper() + 1 + (random.nextInt() >>> random.nextInt(2, 31));
        }
        return switch (random.nextInt(5)) {
            case 0 -> range.lower();
            case 1 -> range.upper();
            case 2 -> range.lower() + random.nextLong(Math.min(range.count(), 300));
            default -> range.lower() + random.nextLong(range.count());
        };
    }

    private int length(AsnType.Range size, int usual) {
        if (!size.bounded()) {
            return random.nextInt(400) == 0 ? random.nextInt(16_300, 50_000) : random.nextInt(usual);
        }
        if (size.extensible() && random.nextInt(20) == 0) {
            return (int) size.upper() + 1 + random.nextInt(20);
        }
        return switch (random.nextInt(12)) {
            case 0 -> (int) size.lower();
            case 1 -> (int) size.upper();
            default -> (int) size.lower() + random.nextInt((int) Math.min(size.count(), usual));
        };
    }

    private BitString bits(int length) {
        byte[] octets = new byte[(length + 7) / 8];
        random.nextBytes(octets);
        if (length % 8 != 0) {
            octets[octets.length - 1] &= (byte) (0xFF00 >> length % 8);
        }
        return new BitString(Octets.of(octets), length);
    }

    private Octets octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Octets.of(octets);
    }

    private String text(int length) {
        String characters = "ABCXYZabcxyz0189 '()+,-./:=?";
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private Value item(AsnType.Enumerated type) {
        List<String> all = new ArrayList<>(type.root());
        all.addAll(type.additions());
        int index = random.nextInt(all.size());
        return new Value.Item(all.get(index), index, type.root().size());
    }

    private Value sequence(AsnType.Sequence type, int depth) {
        List<Node> fields = new ArrayList<>();
        for (AsnType.Field field : type.root()) {
            if (!field.optional() || (!deep(depth) && random.nextBoolean())) {
                fields.add(new Node(field.name(), value(field.type(), depth + 1)));
            }
        }
        for (AsnType.Field field : type.additions()) {
            if (!deep(depth) && random.nextInt(4) == 0) {
                fields.add(new Node(field.name(), value(field.type(), depth + 1)));
            }
        }
        if (type.extensible()) {
            unknownAdditions(type.additions().size(), fields);
        }
        return new Value.Fields(fields);
    }

    private void unknownAdditions(int known, List<Node> fields) {
        if (!unknown || random.nextInt(6) > 0) {
            return;
        }
        for (int i = known + random.nextInt(3); i < 64; i += 1 + random.nextInt(8)) {
            Octets content = octets(1 + random.nextInt(random.nextInt(20) == 0 ? 300 : 12));
            Node addition = new Node("_unknown_ext", new Value.Content(content));
            fields.add(new Node("_ext_" + i, new Value.Alternative(addition)));
            if (random.nextInt(3) > 0) {
                return;
            }
        }
    }

    private Value choice(AsnType.Choice type, int depth) {
        List<AsnType.Field> all = new ArrayList<>(type.root());
        all.addAll(type.additions());
        AsnType.Field chosen = all.get(random.nextInt(all.size()));
        if (deep(depth)) {
            for (AsnType.Field other : type.root()) {
                chosen = depth(other.type()) < depth(chosen.type()) ? other : chosen;
            }
        }
        return new Value.Alternative(new Node(chosen.name(), value(chosen.type(), depth + 1)));
    }

    private Value list(AsnType.ListOf type, int depth) {
        long most = Math.min(type.size().upper(), type.size().lower() + (deep(depth) ? 0 : 3));
        long size = random.nextLong(type.size().lower(), most + 1);
        List<Node> items = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            items.add(new Node("", value(type.item(), depth + 1)));
        }
        return new Value.Items(items);
    }

    private Value container(AsnType.Ie ie, int depth) {
        int criticality = Grammar.CRITICALITIES.indexOf(ie.criticality());
        Node content = new Node(ie.type(), value(new AsnType.Reference(ie.type()), depth + 1));
        return new Value.Fields(List.of(
                new Node("id", new Value.Int(ie.id())),
                new Node("criticality", new Value.Item(ie.criticality(), criticality, Grammar.CRITICALITIES.size())),
                new Node("value", new Value.Alternative(content))));
    }

    private Value message(AsnType.Message message, int depth) {
        List<Node> ies = new ArrayList<>();
        for (AsnType.Ie ie : message.ies()) {
            if (!ie.optional() || random.nextBoolean()) {
                ies.add(new Node("", container(ie, depth + 1)));
            }
        }
        List<Node> fields = new ArrayList<>(List.of(new Node("protocolIEs", new Value.Items(ies))));
        unknownAdditions(0, fields);
        return new Value.Fields(fields);
    }

    private Value pdu(int depth) {
        List<AsnType.Message> messages = grammar.messages().stream()
                .sorted(java.util.Comparator.comparing(AsnType.Message::name))
                .toList();
        AsnType.Message message = messages.get(random.nextInt(messages.size()));
        Node content = new Node(message.name(), message(message, depth));
        int criticality = Grammar.CRITICALITIES.indexOf(message.criticality());
        return new Value.Alternative(new Node(
                Grammar.KINDS.get(message.kind()),
                new Value.Fields(List.of(
                        new Node("procedureCode", new Value.Int(message.procedureCode())),
                        new Node(
                                "criticality",
                                new Value.Item(message.criticality(), criticality, Grammar.CRITICALITIES.size())),
                        new Node("value", new Value.Alternative(content))))));
    }
}
