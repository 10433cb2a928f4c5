package io.twinslice.ns3;

import io.twinslice.env.Scenario;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import java.util.List;

/**
 * A scenario of the twin, to be played by ns-3: the same twins with the same demand, at distances at which their mean
 * SNR is that of the twin's links, on a carrier of LTE.
 *
 * <p>ns-3 has no state updates that replace waiting ones, and of what happens in an episode it knows loads only.
 *
 * @param scenario of the twin
 * @param radio the carrier and its channel
 */
public record Ns3Scenario(Scenario scenario, Ns3Radio radio) {
    /** @throws IllegalArgumentException when something in the scenario has no counterpart in ns-3 */
    public Ns3Scenario {
        if (scenario.parameters().slotMicros() != 1000) {
            throw new IllegalArgumentException(
                    "LTE has slots of 1000 us, not of " + scenario.parameters().slotMicros());
        }
        if (!scenario.parameters().presences().isEmpty()) {
            throw new IllegalArgumentException("in ns-3 all UEs stay: the scenario has stays of UEs");
        }
        scenario.events().forEach(event -> {
            boolean onlyLoad =
                    isOnly(event.snrOffsetDb().low(), event.snrOffsetDb().high(), 0)
                            && isOnly(event.prbFactor().low(), event.prbFactor().high(), 1);
            if (!onlyLoad) {
                throw new IllegalArgumentException("ns-3 plays changes of load only, and event " + event.name() + " of "
                        + scenario.name() + " changes the channel or takes PRBs");
            }
        });
        ScenarioJson.check(scenario.parameters().twins());
    }

    List<TwinProfile> twins() {
        return scenario.twins();
    }

    int windowMillis() {
        return scenario.windowMillis();
    }

    int windows() {
        return scenario.windows();
    }

    /** What the worker is told of one episode. */
    String json(long seed) {
        CellParameters episode = scenario.episode(seed);
        for (Disturbance each : episode.disturbances()) {
            if (each.snrOffsetDb() != 0 || each.prbFactor() != 1) {
                throw new IllegalArgumentException("ns-3 plays changes of load only, not those of channel or PRBs at "
                        + each.startMillis() + " ms");
            }
        }
        return ScenarioJson.of(scenario.twins(), episode, radio);
    }

    private static boolean isOnly(double low, double high, double value) {
        return low == value && high == value;
    }
}
