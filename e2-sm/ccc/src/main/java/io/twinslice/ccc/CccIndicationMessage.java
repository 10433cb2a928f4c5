package io.twinslice.ccc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * E2SM-CCC-IndicationMessage format 2: which policy ratios are in force in cells. Structures of other names may stand
 * in a report; they are passed over.
 *
 * @param cells at least one
 */
public record CccIndicationMessage(List<CellReport> cells) {
    /** What happened to a structure. */
    public enum ChangeType {
        NONE,
        MODIFICATION,
        ADDITION,
        DELETION
    }

    /** The ratios of one cell; empty when only other structures were reported. */
    public record CellReport(CccCell cell, List<Ratio> ratios) {
        public CellReport {
            ratios = FixedList.copyOf(ratios);
        }
    }

    /**
     * One reported ratio.
     *
     * @param old what was in force before, if the node says it
     */
    public record Ratio(ChangeType change, RrmPolicyRatio ratio, Optional<RrmPolicyRatio> old) {}

    public CccIndicationMessage {
        cells = FixedList.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a report needs a cell");
        }
    }

    public Octets encode() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode list = root.putObject("indicationMessageFormat").putArray("listOfCellsReported");
        for (CellReport cell : cells) {
            ObjectNode item = list.addObject();
            item.set("cellGlobalId", cell.cell.toJson());
            ArrayNode structures = item.putArray("listOfConfigurationStructuresReported");
            for (Ratio ratio : cell.ratios) {
                ObjectNode json = structures.addObject();
                json.put("changeType", ratio.change.name().toLowerCase(Locale.ROOT));
                json.put("ranConfigurationStructureName", RrmPolicyRatio.NAME);
                json.set("valuesOfAttributes", RrmPolicyRatio.attribute(ratio.ratio));
                ratio.old.ifPresent(old -> json.set("oldValuesOfAttributes", RrmPolicyRatio.attribute(old)));
            }
        }
        return CccControlMessage.octets(root);
    }

    public static CccIndicationMessage decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return new CccIndicationMessage(JsonPart.read("E2SM-CCC-IndicationMessage", octets, limits)
                .member("indicationMessageFormat")
                .list("listOfCellsReported", CccIndicationMessage::cell));
    }

    private static CellReport cell(JsonPart part) throws DecodeException {
        List<Ratio> ratios = new ArrayList<>();
        for (Optional<Ratio> ratio :
                part.list("listOfConfigurationStructuresReported", CccIndicationMessage::structure)) {
            ratio.ifPresent(ratios::add);
        }
        return new CellReport(CccCell.fromJson(part.member("cellGlobalId")), ratios);
    }

    private static Optional<Ratio> structure(JsonPart part) throws DecodeException {
        if (!part.text("ranConfigurationStructureName", ".{1,256}").equals(RrmPolicyRatio.NAME)) {
            return Optional.empty();
        }
        String change = part.text("changeType", "none|modification|addition|deletion");
        Optional<JsonPart> old = part.optional("oldValuesOfAttributes");
        return Optional.of(new Ratio(
                ChangeType.valueOf(change.toUpperCase(Locale.ROOT)),
                RrmPolicyRatio.fromJson(part.member("valuesOfAttributes").member("ranConfigurationStructure")),
                old.isPresent()
                        ? Optional.of(RrmPolicyRatio.fromJson(old.get().member("ranConfigurationStructure")))
                        : Optional.empty()));
    }
}
