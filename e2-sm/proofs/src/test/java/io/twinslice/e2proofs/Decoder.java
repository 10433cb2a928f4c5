package io.twinslice.e2proofs;

import io.twinslice.aper.Codec;
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
import java.util.Optional;

/** Each type of the service models that octets may be of; E2AP has but one. */
record Decoder(String spec, Grammar grammar, String type, Codec<?> codec) {
    static final List<Decoder> ALL = List.of(
            kpm("E2SM-KPM-RANfunction-Description", KpmFunctionDescription.CODEC),
            kpm("E2SM-KPM-EventTriggerDefinition", KpmEventTrigger.CODEC),
            kpm("E2SM-KPM-ActionDefinition", KpmActionDefinition.CODEC),
            kpm("E2SM-KPM-IndicationHeader", KpmIndicationHeader.codec(KpmVersion.V3_00)),
            new Decoder(
                    "kpm_v203",
                    Grammar.KPM_V2,
                    "E2SM-KPM-IndicationHeader",
                    KpmIndicationHeader.codec(KpmVersion.V2_03)),
            kpm("E2SM-KPM-IndicationMessage", KpmIndicationMessage.CODEC),
            kpm("MeasurementLabel", MeasurementLabel.CODEC),
            kpm("UEID", UeId.CODEC),
            rc("E2SM-RC-RANFunctionDefinition", RcFunctionDefinition.CODEC),
            rc("E2SM-RC-EventTrigger", RcEventTrigger.CODEC),
            rc("E2SM-RC-ActionDefinition", RcActionDefinition.CODEC),
            rc("E2SM-RC-IndicationHeader", RcIndicationHeader.CODEC),
            rc("E2SM-RC-IndicationMessage", RcIndicationMessage.CODEC),
            rc("E2SM-RC-CallProcessID", RcCallProcessId.CODEC),
            rc("E2SM-RC-ControlHeader", RcControlHeader.CODEC),
            rc("E2SM-RC-ControlMessage", RcControlMessage.CODEC),
            rc("E2SM-RC-ControlOutcome", RcControlOutcome.CODEC),
            rc("RANParameter-Testing", RanParameterTest.LIST),
            rc("RANParameter-ValueType", RanParameterContent.CODEC));

    private static Decoder kpm(String type, Codec<?> codec) {
        return new Decoder("kpm", Grammar.KPM_V3, type, codec);
    }

    private static Decoder rc(String type, Codec<?> codec) {
        return new Decoder("rc", Grammar.RC, type, codec);
    }

    /** The decoder of a vector of a service model; the text of one peer and of E2AP have none. */
    static Optional<Decoder> of(Vectors.Vector vector) {
        return ALL.stream()
                .filter(each -> each.type.equals(vector.type())
                        && vector.spec().startsWith(each.spec)
                        && !vector.spec().endsWith("mod"))
                .reduce((usual, special) -> special);
    }
}
