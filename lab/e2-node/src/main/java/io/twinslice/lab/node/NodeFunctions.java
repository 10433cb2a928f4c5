package io.twinslice.lab.node;

import io.twinslice.aper.Octets;
import io.twinslice.e2ap.ComponentConfig;
import io.twinslice.e2ap.ComponentId;
import io.twinslice.e2ap.E2Setup;
import io.twinslice.e2ap.GlobalE2NodeId;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.e2sm.GlobalGnbId;
import io.twinslice.e2sm.GnbId;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.RanFunctionName;
import io.twinslice.kpm.KpmFunctionDescription;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.rc.ControlStyle;
import io.twinslice.rc.ParameterDefinition;
import io.twinslice.rc.RcFunctionDefinition;
import io.twinslice.slicing.SliceQuotaControl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What the node says of itself at E2 Setup. */
final class NodeFunctions {
    private static final String KPM_OID = "1.3.6.1.4.1.53148.1.2.2.2";
    private static final String RC_OID = "1.3.6.1.4.1.53148.1.1.2.3";

    private NodeFunctions() {}

    static String ranName(NodeSettings settings) {
        return String.format(Locale.ROOT, "gnb_%s%s_%08x", settings.mcc(), settings.mnc(), settings.gnbId());
    }

    static E2Setup.Request setupRequest(NodeSettings settings) {
        GlobalGnbId gnb =
                new GlobalGnbId(PlmnIdentity.of(settings.mcc(), settings.mnc()), new GnbId(settings.gnbId(), 32));
        return new E2Setup.Request(
                0,
                new GlobalE2NodeId.Gnb(gnb, Optional.empty(), OptionalLong.empty(), OptionalLong.empty()),
                List.of(
                        new RanFunctionItem(E2Node.KPM_FUNCTION_ID, kpm().encode(), 1, KPM_OID),
                        new RanFunctionItem(E2Node.RC_FUNCTION_ID, rc().encode(), 1, RC_OID)),
                List.of(new ComponentConfig(
                        ComponentId.InterfaceType.NG,
                        new ComponentId.Ng("amf-lab"),
                        Octets.of("simulated".getBytes(StandardCharsets.US_ASCII)),
                        Octets.of("simulated".getBytes(StandardCharsets.US_ASCII)))));
    }

    private static KpmFunctionDescription kpm() {
        List<KpmFunctionDescription.Measurement> offered = new ArrayList<>();
        for (SliceMeasurement measurement : SliceMeasurement.values()) {
            offered.add(new KpmFunctionDescription.Measurement(measurement.measurementName()));
        }
        return new KpmFunctionDescription(
                new RanFunctionName("ORAN-E2SM-KPM", KPM_OID, "KPM monitor of a simulated cell"),
                List.of(new KpmFunctionDescription.EventTriggerStyle(1, "Periodic report", 1)),
                List.of(new KpmFunctionDescription.ReportStyle(1, "E2 Node Measurement", 1, offered, 1, 1)));
    }

    private static RcFunctionDefinition rc() {
        ParameterDefinition list = new ParameterDefinition(1, "RRM Policy Ratio List", Optional.empty());
        ControlStyle.Action quota =
                new ControlStyle.Action(SliceQuotaControl.ACTION, "Slice-level PRB quota", List.of(list));
        return new RcFunctionDefinition(
                new RanFunctionName("ORAN-E2SM-RC", RC_OID, "RAN control of a simulated cell"),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new ControlStyle(
                        SliceQuotaControl.STYLE,
                        "Radio Resource Allocation Control",
                        List.of(quota),
                        1,
                        1,
                        OptionalLong.empty(),
                        1,
                        List.of())),
                List.of());
    }
}
