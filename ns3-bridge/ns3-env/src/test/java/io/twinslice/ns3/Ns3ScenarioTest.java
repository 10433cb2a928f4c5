package io.twinslice.ns3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.env.EventRecipe;
import io.twinslice.env.Interval;
import io.twinslice.env.Scenario;
import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Radio;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class Ns3ScenarioTest {
    private static Ns3Scenario scenario(Traffic traffic, List<EventRecipe> events) {
        CellParameters cell = new CellParameters(
                48, 1000, List.of(new TwinParameters(2, traffic, new Radio(17, 1, 1, 100), false)), List.of());
        TwinProfile twin = new TwinProfile("arm", new Snssai(2, 1), new Sla(10, 0.9, 30, 0), 1);
        return new Ns3Scenario(new Scenario("one", List.of(twin), cell, events, 100, 10, "One."), Ns3Radio.USUAL);
    }

    @Test
    void itsDocumentHasTheDemandAndThePromisesOfTheTwins() {
        assertThat(scenario(new Traffic.Periodic(5, 200, 0.5, true), List.of()).json(1))
                .startsWith("{\"prbs\":50,\"txPowerDbm\":46.0,\"noiseFigureDb\":9.0,\"olla\":false,\"fading\":\"epa3\"")
                .contains("\"name\":\"arm\",\"ues\":2,\"nearMetres\":75")
                .contains("\"deadlineMillis\":10,\"aoiLimitMillis\":30")
                .contains(
                        "{\"kind\":\"periodic\",\"periodMillis\":5.0,\"bytes\":200,\"jitterMillis\":0.5,\"inPhase\":true}")
                .endsWith("\"load\":[]}]}");
    }

    @Test
    void aLoadComesWhenTheEpisodeHasIt() {
        EventRecipe busy = EventRecipe.load("busy", 1, 0, Interval.of(0.5), Interval.of(0.25), Interval.of(3));
        assertThat(scenario(new Traffic.Poisson(10, 100), List.of(busy)).json(1))
                .contains("\"load\":[{\"fromMillis\":2500,\"toMillis\":2750,\"factor\":3.0}]");
    }

    @Test
    void distancesAreThoseAtWhichTheLinkBudgetGivesTheSnr() {
        // 46 dBm against -95.5 dBm of noise leave 13.4 dB at 1 km.
        assertThat(Ns3Radio.USUAL.metresAt(13.36)).isCloseTo(1000, within(1.0));
        assertThat(Ns3Radio.USUAL.metresAt(13.36 + 37.6)).isCloseTo(100, within(0.1));
    }

    @Test
    void whatNs3CannotPlayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scenario(new Traffic.PerUe(List.of(new Traffic.Poisson(10, 100))), List.of()))
                .withMessageContaining("ns-3");
        EventRecipe fade = EventRecipe.drift("fade", 1, 0, Interval.of(0.5), Interval.of(0.25), Interval.of(-5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scenario(new Traffic.Poisson(10, 100), List.of(fade)))
                .withMessageContaining("fade");
    }
}
