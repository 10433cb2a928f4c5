package io.twinslice.ccc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import java.nio.charset.StandardCharsets;

/** Both directions of {@link CccControlMessage}. */
final class ControlJson {
    private ControlJson() {}

    static Octets encode(CccControlMessage value) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode list = root.putObject("controlMessageFormat").putArray("listOfCellsControlled");
        for (CccControlMessage.CellControl cell : value.cells()) {
            ObjectNode item = list.addObject();
            item.set("cellGlobalId", CellJson.toJson(cell.cell()));
            ArrayNode changes = item.putArray("listOfConfigurationStructures");
            for (CccControlMessage.Change change : cell.changes()) {
                ObjectNode json = changes.addObject();
                json.put("ranConfigurationStructureName", RrmPolicyRatio.NAME);
                json.set("oldValuesOfAttributes", RatioJson.attribute(change.old()));
                json.set("newValuesOfAttributes", RatioJson.attribute(change.wanted()));
            }
        }
        return octets(root);
    }

    static Octets octets(ObjectNode root) {
        return Octets.of(root.toString().getBytes(StandardCharsets.UTF_8));
    }

    static CccControlMessage decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return new CccControlMessage(JsonPart.read("E2SM-CCC-ControlMessage", octets, limits)
                .member("controlMessageFormat")
                .list("listOfCellsControlled", ControlJson::cell));
    }

    private static CccControlMessage.CellControl cell(JsonPart part) throws DecodeException {
        return new CccControlMessage.CellControl(
                CellJson.fromJson(part.member("cellGlobalId")),
                part.list("listOfConfigurationStructures", ControlJson::change));
    }

    private static CccControlMessage.Change change(JsonPart part) throws DecodeException {
        part.text("ranConfigurationStructureName", RrmPolicyRatio.NAME);
        return new CccControlMessage.Change(
                RatioJson.fromJson(part.member("oldValuesOfAttributes").member("ranConfigurationStructure")),
                RatioJson.fromJson(part.member("newValuesOfAttributes").member("ranConfigurationStructure")));
    }
}
