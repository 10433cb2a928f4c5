package io.twinslice.ccc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.SliceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A policy ratio as JSON. */
final class RatioJson {
    private RatioJson() {}

    static ObjectNode toJson(RrmPolicyRatio value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("resourceType", value.resource().name());
        ArrayNode list = json.putArray("rRMPolicyMemberList");
        for (RrmPolicyRatio.Member member : value.members()) {
            ObjectNode item = list.addObject();
            item.set("plmnId", CellJson.plmnToJson(member.plmn()));
            ObjectNode slice = item.putObject("snssai");
            slice.put("sst", member.slice().sst());
            if (member.slice().hasSd()) {
                slice.put(
                        "sd", String.format(Locale.ROOT, "%06X", member.slice().sd()));
            }
        }
        json.put("rRMPolicyMaxRatio", value.maxPercent());
        json.put("rRMPolicyMinRatio", value.minPercent());
        json.put("rRMPolicyDedicatedRatio", value.dedicatedPercent());
        return json;
    }

    static RrmPolicyRatio fromJson(JsonPart part) throws DecodeException {
        String resource = part.text("resourceType", "PRB|PRB_DL|PRB_UL");
        List<RrmPolicyRatio.Member> members = part.list("rRMPolicyMemberList", RatioJson::member);
        int max = part.number("rRMPolicyMaxRatio", 0, 100);
        int min = part.number("rRMPolicyMinRatio", 0, 100);
        int dedicated = part.number("rRMPolicyDedicatedRatio", 0, 100);
        Optional<String> problem = RrmPolicyRatio.problem(dedicated, min, max);
        if (problem.isPresent()) {
            throw part.wrong(problem.get());
        }
        return new RrmPolicyRatio(RrmPolicyRatio.ResourceType.valueOf(resource), members, dedicated, min, max);
    }

    private static RrmPolicyRatio.Member member(JsonPart part) throws DecodeException {
        JsonPart slice = part.member("snssai");
        int sd = slice.optional("sd").isPresent()
                ? Integer.parseInt(slice.text("sd", "[0-9A-Fa-f]{6}"), 16)
                : SliceId.ABSENT_SD;
        return new RrmPolicyRatio.Member(
                CellJson.plmnFromJson(part.member("plmnId")), new SliceId(slice.number("sst", 0, 255), sd));
    }

    /** {@code ratio} as the value of an attribute. */
    static ObjectNode attribute(RrmPolicyRatio ratio) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("ranConfigurationStructure", toJson(ratio));
        return json;
    }
}
