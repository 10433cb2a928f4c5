package io.twinslice.lab.mirror;

import io.twinslice.env.Scenario;
import io.twinslice.lab.node.HiddenCell;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;

/** What the mirror is to find out: how the hidden cell of a seed differs from the scenario's, at any time. */
final class Truth {
    private final Scenario nominal;
    private final Scenario hidden;
    private final CellParameters episode;

    Truth(Scenario nominal, long seed) {
        this.nominal = nominal;
        hidden = HiddenCell.of(nominal, seed);
        episode = hidden.episode(seed);
    }

    /** The hidden cell with its events, as an episode of the seed meets it. */
    Scenario hidden() {
        return hidden;
    }

    /** Its parameters with the events of the seed drawn. */
    CellParameters episode() {
        return episode;
    }

    /** Load of a twin, as a factor of the scenario's. */
    double load(int twin, long atMillis) {
        double load = hidden.parameters().twins().get(twin).traffic().kbitPerSecond()
                / nominal.parameters().twins().get(twin).traffic().kbitPerSecond();
        for (Disturbance disturbance : inForce(twin, atMillis)) {
            load *= disturbance.loadFactor();
        }
        return load;
    }

    /** Mean SNR of a twin less the scenario's, in dB. */
    double snrDb(int twin, long atMillis) {
        double offset = hidden.parameters().twins().get(twin).radio().meanSnrDb()
                - nominal.parameters().twins().get(twin).radio().meanSnrDb();
        for (Disturbance disturbance : inForce(twin, atMillis)) {
            offset += disturbance.snrOffsetDb();
        }
        return offset;
    }

    /** Deviation of the fading of a twin, as a factor of the scenario's. */
    double fading(int twin) {
        double prior = nominal.parameters().twins().get(twin).radio().fadingDb();
        return prior == 0 ? 1 : hidden.parameters().twins().get(twin).radio().fadingDb() / prior;
    }

    /** The hidden cell as it is at one time, for good: without events, but with what they do to load and SNR then. */
    Scenario frozen(long atMillis) {
        List<TwinParameters> twins = new ArrayList<>();
        for (int twin = 0; twin < nominal.twins().size(); twin++) {
            TwinParameters now = hidden.parameters().twins().get(twin);
            double load = 1;
            double offset = 0;
            for (Disturbance disturbance : inForce(twin, atMillis)) {
                load *= disturbance.loadFactor();
                offset += disturbance.snrOffsetDb();
            }
            twins.add(now.scaled(load).withRadio(now.radio().offset(offset)));
        }
        return still(hidden).withParameters(hidden.parameters().withTwins(twins).withDisturbances(List.of()));
    }

    /** The same scenario without its events. */
    static Scenario still(Scenario scenario) {
        return new Scenario(
                scenario.name(),
                scenario.twins(),
                scenario.parameters(),
                List.of(),
                scenario.windowMillis(),
                scenario.windows(),
                scenario.description());
    }

    private List<Disturbance> inForce(int twin, long atMillis) {
        return episode.disturbances().stream()
                .filter(each -> atMillis >= each.startMillis() && atMillis < each.endMillis())
                .filter(each -> each.twin() == Disturbance.CELL || each.twin() == twin)
                .toList();
    }
}
