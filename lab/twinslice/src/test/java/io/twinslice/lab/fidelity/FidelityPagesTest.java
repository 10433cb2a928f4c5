package io.twinslice.lab.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.sync.recording.Curve;
import io.twinslice.sync.recording.Ns3Score;
import io.twinslice.sync.recording.TestbedScore;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FidelityPagesTest {
    private static final Curve CURVE = new Curve(
            "MAC rate <b>", "% of windows", "Mbit/s", List.of(1.0, 2.0), List.of(3.0, 4.0), List.of(3.5, 4.5));
    private static final TestbedScore TESTBED = new TestbedScore(
            "two halves",
            0.12,
            0.16,
            0.2,
            0.3,
            0.4,
            0.5,
            List.of(new TestbedScore.Cell(1, 2, 35, 400, 0.12, 0.16, 0.2)),
            List.of(),
            List.of(CURVE));
    private static final Ns3Score NS3 = new Ns3Score(
            "every second one",
            0.03,
            0.16,
            0.5,
            1.2,
            1,
            0.9,
            0.93,
            0.97,
            336,
            List.of(new Ns3Score.SliceScore("s01", "embb", 0.03, true, 10, 11, 0.5, 0.51, 0, 0)),
            List.of(),
            List.of(CURVE));

    @Test
    void thePageSaysWhichBarsAreMissed() {
        String page = FidelityPages.testbed(TESTBED);
        assertThat(page).contains("2 of 3 bars met", "MAC rate &lt;b&gt;", "URLLC");
        assertThat(FidelityPages.ns3(NS3)).contains("4 of 5 bars met", "0.80 to 1.25", "s01");
    }

    @Test
    void theFiguresAreInTheJsonUnderTheirNames() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode testbed = FidelityJson.testbed(mapper.createObjectNode(), TESTBED);
        assertThat(testbed.path("rate").asDouble()).isEqualTo(0.12);
        assertThat(testbed.path("bars").path(1).path("met").asBoolean()).isFalse();
        assertThat(testbed.path("cells").path(0).path("prbs").asInt()).isEqualTo(35);
        ObjectNode ns3 = FidelityJson.ns3(mapper.createObjectNode(), NS3);
        assertThat(ns3.path("throughputNrmse").asDouble()).isEqualTo(0.03);
        assertThat(ns3.path("p95DelayRatioLow").asDouble()).isEqualTo(0.5);
        assertThat(ns3.path("p95DelayRatioHigh").asDouble()).isEqualTo(1.2);
        assertThat(ns3.path("kendallTau").asDouble()).isEqualTo(0.93);
        assertThat(ns3.path("signAgreement").asDouble()).isEqualTo(0.97);
    }
}
