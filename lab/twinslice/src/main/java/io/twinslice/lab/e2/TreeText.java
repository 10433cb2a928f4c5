package io.twinslice.lab.e2;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import io.twinslice.grammar.Node;
import io.twinslice.grammar.PlainValues;
import io.twinslice.grammar.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A message as lines for a person: where each part begins, its name and its value. */
final class TreeText {
    private static final int LONGEST = 100;

    /** What the octets of an E2AP message may hold, in the order in which it is tried. */
    private static final Map<String, List<String>> SERVICE_MODELS = Map.of(
            "RICindicationHeader", List.of("E2SM-KPM-IndicationHeader", "E2SM-RC-IndicationHeader"),
            "RICindicationMessage", List.of("E2SM-KPM-IndicationMessage", "E2SM-RC-IndicationMessage"),
            "RICcontrolHeader", List.of("E2SM-RC-ControlHeader"),
            "RICcontrolMessage", List.of("E2SM-RC-ControlMessage"),
            "RICcontrolOutcome", List.of("E2SM-RC-ControlOutcome"),
            "ricEventTriggerDefinition", List.of("E2SM-KPM-EventTriggerDefinition", "E2SM-RC-EventTrigger"),
            "ricActionDefinition", List.of("E2SM-KPM-ActionDefinition", "E2SM-RC-ActionDefinition"),
            "ranFunctionDefinition", List.of("E2SM-KPM-RANfunction-Description", "E2SM-RC-RANFunctionDefinition"));

    private final List<String> lines = new ArrayList<>();

    private TreeText() {}

    /** @throws DecodeException when the octets are no {@code type} */
    static List<String> of(MessageType type, byte[] octets) throws DecodeException {
        TreeText text = new TreeText();
        text.add(0, type.grammar().read(type.name(), octets, Reading.LIMITS, type.dialect()));
        return text.lines;
    }

    private void add(int depth, Node node) {
        switch (node.value()) {
            case Value.Fields(List<Node> fields) -> {
                line(depth, node, "");
                fields.forEach(field -> add(depth + 1, field));
            }
            case Value.Items(List<Node> items) -> {
                line(depth, node, items.size() + (items.size() == 1 ? " item" : " items"));
                for (int i = 0; i < items.size(); i++) {
                    Node item = items.get(i);
                    add(depth + 1, new Node("[" + i + "]", item.bit(), item.value(), item.content()));
                }
            }
            case Value.Alternative(Node chosen) -> {
                line(depth, node, "");
                add(depth + 1, chosen);
            }
            case Value.Content(Octets octets) -> {
                line(depth, node, octets.length() + " octets " + octets.toHex());
                embedded(depth + 1, node.name(), octets);
            }
            case Value.Real(double real) -> line(depth, node, Double.toString(real));
            case Value.Text(String characters) -> line(depth, node, '"' + characters + '"');
            case Value.Int _, Value.Truth _, Value.Nothing _, Value.Item _, Value.Bits _ ->
                line(depth, node, String.valueOf(PlainValues.of(node.value())));
        }
    }

    private void line(int depth, Node node, String value) {
        String offset = node.bit() < 0 ? "" : Integer.toString(node.bit());
        String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST - 3) + "...";
        lines.add(String.format(
                        Locale.ROOT,
                        "%8s  %s%s%s",
                        offset,
                        "  ".repeat(depth),
                        node.name(),
                        shown.isEmpty() ? "" : ": ")
                + shown);
    }

    /** The service model's view of octets; the first type that reads them and writes them again is taken. */
    private void embedded(int depth, String name, Octets octets) {
        for (String candidate : SERVICE_MODELS.getOrDefault(name, List.of())) {
            for (String specKey : MessageType.SPEC_KEYS) {
                Optional<MessageType> type =
                        specKey.endsWith("mod") ? Optional.empty() : MessageType.of(specKey, candidate);
                Optional<Node> tree = type.flatMap(known -> tree(known, octets.toByteArray()));
                if (tree.isPresent()) {
                    lines.add(" ".repeat(10) + "  ".repeat(depth) + "read as " + specKey + ":");
                    add(depth, tree.get());
                    return;
                }
            }
        }
    }

    private static Optional<Node> tree(MessageType type, byte[] octets) {
        try {
            Optional<byte[]> again = Reading.of(type, octets).again();
            return again.isPresent() && Arrays.equals(again.get(), octets)
                    ? Optional.of(type.grammar().read(type.name(), octets, Reading.LIMITS, type.dialect()))
                    : Optional.empty();
        } catch (DecodeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
