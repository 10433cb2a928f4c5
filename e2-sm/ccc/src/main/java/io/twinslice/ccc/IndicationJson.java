package io.twinslice.ccc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Both directions of {@link CccIndicationMessage}. */
final class IndicationJson {
    private IndicationJson() {}

    static Octets encode(CccIndicationMessage value) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode list = root.putObject("indicationMessageFormat").putArray("listOfCellsReported");
        for (CccIndicationMessage.CellReport cell : value.cells()) {
            ObjectNode item = list.addObject();
            item.set("cellGlobalId", CellJson.toJson(cell.cell()));
            ArrayNode structures = item.putArray("listOfConfigurationStructuresReported");
            for (CccIndicationMessage.Ratio ratio : cell.ratios()) {
                ObjectNode json = structures.addObject();
                json.put("changeType", ratio.change().name().toLowerCase(Locale.ROOT));
                json.put("ranConfigurationStructureName", RrmPolicyRatio.NAME);
                json.set("valuesOfAttributes", RatioJson.attribute(ratio.ratio()));
                ratio.old().ifPresent(old -> json.set("oldValuesOfAttributes", RatioJson.attribute(old)));
            }
        }
        return ControlJson.octets(root);
    }

    static CccIndicationMessage decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return new CccIndicationMessage(JsonPart.read("E2SM-CCC-IndicationMessage", octets, limits)
                .member("indicationMessageFormat")
                .list("listOfCellsReported", IndicationJson::cell));
    }

    private static CccIndicationMessage.CellReport cell(JsonPart part) throws DecodeException {
        List<CccIndicationMessage.Ratio> ratios = new ArrayList<>();
        for (Optional<CccIndicationMessage.Ratio> ratio :
                part.list("listOfConfigurationStructuresReported", IndicationJson::structure)) {
            ratio.ifPresent(ratios::add);
        }
        return new CccIndicationMessage.CellReport(CellJson.fromJson(part.member("cellGlobalId")), ratios);
    }

    private static Optional<CccIndicationMessage.Ratio> structure(JsonPart part) throws DecodeException {
        if (!part.text("ranConfigurationStructureName", ".{1,256}").equals(RrmPolicyRatio.NAME)) {
            return Optional.empty();
        }
        String change = part.text("changeType", "none|modification|addition|deletion");
        Optional<JsonPart> old = part.optional("oldValuesOfAttributes");
        return Optional.of(new CccIndicationMessage.Ratio(
                CccIndicationMessage.ChangeType.valueOf(change.toUpperCase(Locale.ROOT)),
                RatioJson.fromJson(part.member("valuesOfAttributes").member("ranConfigurationStructure")),
                old.isPresent()
                        ? Optional.of(RatioJson.fromJson(old.get().member("ranConfigurationStructure")))
                        : Optional.empty()));
    }
}
