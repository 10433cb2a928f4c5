package io.twinslice.grammar;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.PeerDialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The productions of one specification and what can be done by them alone: show the octets of a value as a tree and
 * write a tree as octets. Immutable; made to be right, not fast.
 */
public final class Grammar {
    /** The SEQUENCEs whose extension additions FlexRIC's old texts moved into the root as well. */
    private static final List<String> FLATTENED = List.of("MeasurementCondItem", "MeasurementCondUEidItem");

    static final List<String> KINDS = List.of("initiatingMessage", "successfulOutcome", "unsuccessfulOutcome");
    static final List<String> CRITICALITIES = List.of("reject", "ignore", "notify");

    /** E2AP v03.01. */
    public static final Grammar E2AP_V3 = new Grammar(Map.of(), "e2ap");

    /** E2AP v02.03: the octets of v03.01 without what that added, and one field by another name. */
    public static final Grammar E2AP_V2 = new Grammar(
            Map.of(
                    "E2nodeComponentInterfaceE1",
                    new AsnType.Sequence(
                            List.of(new AsnType.Field("gNB-CU-CP-ID", new AsnType.Reference("GNB-CU-UP-ID"), false)),
                            true,
                            List.of())),
            "e2ap");

    /** E2SM-KPM v03.00. */
    public static final Grammar KPM_V3 = new Grammar(Map.of(), "e2sm", "kpm");

    /** E2SM-KPM v02.03, with its shorter time stamp. */
    public static final Grammar KPM_V2 = new Grammar(
            Map.of("TimeStamp", new AsnType.OctetString(new AsnType.Range(true, 4, 4, false))), "e2sm", "kpm");

    /** E2SM-RC v01.03. */
    public static final Grammar RC = new Grammar(Map.of(), "e2sm", "rc");

    private final Map<String, AsnType> types = new HashMap<>();
    private final Map<String, AsnType> flattened = new HashMap<>();

    private Grammar(Map<String, AsnType> overriding, String... files) {
        for (String file : files) {
            types.putAll(Notation.parse(text(file)));
        }
        types.putAll(overriding);
        for (String name : FLATTENED) {
            if (types.get(name) instanceof AsnType.Sequence sequence) {
                List<AsnType.Field> root = new ArrayList<>(sequence.root());
                root.addAll(sequence.additions());
                flattened.put(name, new AsnType.Sequence(root, true, List.of()));
            }
        }
        if (types.containsKey("RICindication")) {
            types.put("E2AP-PDU", new AsnType.Pdu());
        }
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Grammar.class.getResourceAsStream(file + ".asn"), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all productions. */
    public Set<String> types() {
        return Set.copyOf(types.keySet());
    }

    /**
     * Reads one value; octets behind it are ignored.
     *
     * @throws DecodeException when the octets are no {@code type}
     * @throws IllegalArgumentException when the grammar has no such type
     */
    public Node read(String type, byte[] octets, DecodeLimits limits, PeerDialect dialect) throws DecodeException {
        return new TreeReader(this, octets, limits, dialect).read(type);
    }

    /** Reads one value of a peer that keeps to the standard. */
    public Node read(String type, byte[] octets, DecodeLimits limits) throws DecodeException {
        return read(type, octets, limits, PeerDialect.STANDARD);
    }

    /**
     * The canonical octets of {@code value}.
     *
     * @throws IllegalArgumentException when it is no {@code type}; the message says where
     */
    public byte[] write(String type, Value value, PeerDialect dialect) {
        return new TreeWriter(this, dialect).write(type, value);
    }

    AsnType type(String name) {
        AsnType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no production is called " + name);
        }
        return type;
    }

    /** What {@code type} stands for in a text of {@code dialect}. */
    AsnType resolve(AsnType type, PeerDialect dialect) {
        AsnType resolved = type;
        while (resolved instanceof AsnType.Reference(String name)) {
            AsnType standard = type(name);
            resolved = dialect == PeerDialect.FLEXRIC_2023 ? flattened.getOrDefault(name, standard) : standard;
        }
        return resolved;
    }

    /** All messages of the table of procedures. */
    List<AsnType.Message> messages() {
        return types.values().stream()
                .filter(AsnType.Message.class::isInstance)
                .map(AsnType.Message.class::cast)
                .toList();
    }
}
