package io.twinslice.ccc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.PlmnIdentity;
import java.util.Locale;

/** A cell and an operator as JSON. */
final class CellJson {
    private CellJson() {}

    static ObjectNode toJson(CccCell value) {
        ObjectNode cell = JsonNodeFactory.instance.objectNode();
        cell.set("plmnIdentity", plmnToJson(value.plmn()));
        cell.put("nRCellIdentity", String.format(Locale.ROOT, "%09X", value.nrCellIdentity()));
        return cell;
    }

    static CccCell fromJson(JsonPart part) throws DecodeException {
        return new CccCell(
                plmnFromJson(part.member("plmnIdentity")),
                Long.parseLong(part.text("nRCellIdentity", "[0-9A-Fa-f]{9}"), 16));
    }

    static ObjectNode plmnToJson(PlmnIdentity plmn) {
        int v = plmn.value();
        int third = v >>> 12 & 15;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("mcc", digits(v >>> 16 & 15, v >>> 20 & 15, v >>> 8 & 15));
        json.put("mnc", digits(v & 15, v >>> 4 & 15) + (third == 15 ? "" : digits(third)));
        return json;
    }

    private static String digits(int... digits) {
        StringBuilder text = new StringBuilder();
        for (int digit : digits) {
            if (digit > 9) {
                throw new IllegalArgumentException("a PLMN identity of digits is wanted, one of them is " + digit);
            }
            text.append(digit);
        }
        return text.toString();
    }

    static PlmnIdentity plmnFromJson(JsonPart part) throws DecodeException {
        return PlmnIdentity.of(part.text("mcc", "[0-9]{3}"), part.text("mnc", "[0-9]{2,3}"));
    }
}
