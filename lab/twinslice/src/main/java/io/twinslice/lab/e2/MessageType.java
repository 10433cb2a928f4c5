package io.twinslice.lab.e2;

import io.twinslice.aper.Codec;
import io.twinslice.aper.PeerDialect;
import io.twinslice.e2sm.UeId;
import io.twinslice.grammar.Grammar;
import io.twinslice.kpm.KpmActionDefinition;
import io.twinslice.kpm.KpmEventTrigger;
import io.twinslice.kpm.KpmFunctionDescription;
import io.twinslice.kpm.KpmIndicationHeader;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.KpmVersion;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.rc.RanParameterContent;
import io.twinslice.rc.RanParameterTest;
import io.twinslice.rc.RcActionDefinition;
import io.twinslice.rc.RcCallProcessId;
import io.twinslice.rc.RcControlHeader;
import io.twinslice.rc.RcControlMessage;
import io.twinslice.rc.RcControlOutcome;
import io.twinslice.rc.RcEventTrigger;
import io.twinslice.rc.RcFunctionDefinition;
import io.twinslice.rc.RcIndicationHeader;
import io.twinslice.rc.RcIndicationMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A type that octets on the command line or in a file may be of.
 *
 * @param codec of the records; empty for an E2AP-PDU, which is received rather than decoded
 */
record MessageType(String name, String specKey, Grammar grammar, Optional<Codec<?>> codec, PeerDialect dialect) {
    static final String PDU = "E2AP-PDU";
    static final List<String> SPEC_KEYS =
            List.of("e2ap_v3", "e2ap_v2", "kpm_v3", "kpm_v203", "kpm_v201", "kpm_v3mod", "rc_v103", "rc_v103mod");

    private static final Map<String, Codec<?>> KPM = Map.of(
            "E2SM-KPM-RANfunction-Description", KpmFunctionDescription.CODEC,
            "E2SM-KPM-EventTriggerDefinition", KpmEventTrigger.CODEC,
            "E2SM-KPM-ActionDefinition", KpmActionDefinition.CODEC,
            "E2SM-KPM-IndicationMessage", KpmIndicationMessage.CODEC,
            "MeasurementLabel", MeasurementLabel.CODEC,
            "UEID", UeId.CODEC);

    private static final Map<String, Codec<?>> RC = new TreeMap<>(Map.of(
            "E2SM-RC-RANFunctionDefinition", RcFunctionDefinition.CODEC,
            "E2SM-RC-EventTrigger", RcEventTrigger.CODEC,
            "E2SM-RC-ActionDefinition", RcActionDefinition.CODEC,
            "E2SM-RC-IndicationHeader", RcIndicationHeader.CODEC,
            "E2SM-RC-IndicationMessage", RcIndicationMessage.CODEC,
            "E2SM-RC-CallProcessID", RcCallProcessId.CODEC,
            "E2SM-RC-ControlHeader", RcControlHeader.CODEC,
            "E2SM-RC-ControlMessage", RcControlMessage.CODEC,
            "E2SM-RC-ControlOutcome", RcControlOutcome.CODEC,
            "UEID", UeId.CODEC));

    static {
        RC.put("RANParameter-Testing", RanParameterTest.LIST);
        RC.put("RANParameter-ValueType", RanParameterContent.CODEC);
    }

    /** The type {@code name} of the text that {@code specKey} stands for. */
    static Optional<MessageType> of(String specKey, String name) {
        return switch (specKey) {
            case "e2ap_v2" -> pdu(specKey, name, Grammar.E2AP_V2);
            case "e2ap_v3" -> pdu(specKey, name, Grammar.E2AP_V3);
            case "kpm_v203", "kpm_v201" -> kpm(specKey, name, Grammar.KPM_V2, KpmVersion.V2_03, PeerDialect.STANDARD);
            case "kpm_v3" -> kpm(specKey, name, Grammar.KPM_V3, KpmVersion.V3_00, PeerDialect.STANDARD);
            case "kpm_v3mod" -> kpm(specKey, name, Grammar.KPM_V3, KpmVersion.V3_00, PeerDialect.FLEXRIC_2023);
            case "rc_v103" -> rc(specKey, name, PeerDialect.STANDARD);
            case "rc_v103mod" -> rc(specKey, name, PeerDialect.FLEXRIC_2023);
            default -> Optional.empty();
        };
    }

    private static Optional<MessageType> pdu(String specKey, String name, Grammar grammar) {
        return name.equals(PDU)
                ? Optional.of(new MessageType(name, specKey, grammar, Optional.empty(), PeerDialect.STANDARD))
                : Optional.empty();
    }

    private static Optional<MessageType> kpm(
            String specKey, String name, Grammar grammar, KpmVersion version, PeerDialect dialect) {
        Optional<Codec<?>> codec = name.equals("E2SM-KPM-IndicationHeader")
                ? Optional.of(KpmIndicationHeader.codec(version))
                : Optional.ofNullable(KPM.get(name));
        return codec.map(known -> new MessageType(name, specKey, grammar, Optional.of(known), dialect));
    }

    private static Optional<MessageType> rc(String specKey, String name, PeerDialect dialect) {
        return Optional.ofNullable(RC.get(name))
                .map(codec -> new MessageType(name, specKey, Grammar.RC, Optional.of(codec), dialect));
    }

    /** The key of the text in force that has a type of this name. */
    static String usualSpecKey(String name) {
        return SPEC_KEYS.stream()
                .filter(key -> of(key, name).isPresent())
                .findFirst()
                .orElse(SPEC_KEYS.getFirst());
    }

    MessageType withDialect(PeerDialect other) {
        return new MessageType(name, specKey, grammar, codec, other);
    }
}
