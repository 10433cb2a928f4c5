package io.twinslice.env;

import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Radio;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;

/** Scenarios of the suite whose story the twins of the {@link Site} cannot tell. */
final class OtherSites {
    private static final int OFF = Integer.MAX_VALUE;
    private static final int LOOPS = 50;
    private static final double CYCLE_MILLIS = 10;

    private OtherSites() {}

    /**
     * Loops whose cycles differ by a little drift apart and fall into phase again when each has gained a whole cycle on
     * the one before it.
     */
    static Scenario cycleAlign(String name, Split split) {
        double alignedAfterMillis = switch (split) {
            case TRAIN -> 24_000;
            case WHOLE -> 28_000;
            case VALIDATION -> 31_000;
            case TEST -> 37_000;
        };
        List<Traffic> loops = new ArrayList<>();
        for (int loop = 0; loop < LOOPS; loop++) {
            // Rates, not periods, in equal steps: only then do all of them meet at once.
            double period = CYCLE_MILLIS / (1 - loop * CYCLE_MILLIS / alignedAfterMillis);
            loops.add(new Traffic.Periodic(period, 100, 0.2, true));
        }
        CellParameters cell = Site.cell();
        List<TwinParameters> twins = new ArrayList<>(cell.twins());
        TwinParameters factory = Site.factory(true);
        twins.set(
                Site.FACTORY,
                new TwinParameters(LOOPS, new Traffic.PerUe(loops), factory.radio(), factory.freshestOnly()));
        return new Scenario(
                name,
                Site.twins(),
                cell.withTwins(twins),
                ScenarioSuite.withDay(List.of(EventRecipe.load(
                        "visitors",
                        0.7,
                        Site.BUILDING,
                        new Interval(0.05, 0.6),
                        new Interval(0.2, 0.3),
                        new Interval(1.2, 1.5)))),
                ScenarioSuite.WINDOW_MILLIS,
                ScenarioSuite.WINDOWS,
                "The cycles of fifty motion loops differ by a little: they drift apart, beat, and fall into phase.");
    }

    /** The health twin is two here: events that cannot wait, and the bulk of the imaging. */
    static Scenario surgeryBurst(String name) {
        List<TwinProfile> profiles = new ArrayList<>(Site.twins());
        profiles.set(Site.HEALTH, new TwinProfile("health", new Snssai(1, 1), new Sla(100, 0.95, 2000, 0), 4));
        profiles.add(new TwinProfile("imaging", new Snssai(1, 3), new Sla(1000, 0, OFF, 5000), 1));
        List<TwinParameters> twins = new ArrayList<>(Site.cell().twins());
        twins.set(
                Site.HEALTH,
                new TwinParameters(
                        4,
                        new Traffic.Mixed(
                                List.of(new Traffic.Periodic(500, 200, 20), new Traffic.Bursts(1.5, 20_000, 0.3))),
                        Site.health().radio(),
                        false));
        twins.add(new TwinParameters(
                3, new Traffic.Video(30, 3500, 0.2), Site.health().radio(), false));
        return new Scenario(
                name,
                profiles,
                Site.cell().withTwins(twins),
                ScenarioSuite.withDay(List.of(
                        EventRecipe.load(
                                "surgery",
                                1,
                                Site.HEALTH,
                                new Interval(0.05, 0.45),
                                new Interval(0.2, 0.35),
                                new Interval(4, 7)),
                        EventRecipe.load(
                                "visitors",
                                0.7,
                                Site.BUILDING,
                                new Interval(0.5, 0.75),
                                Interval.of(0.25),
                                new Interval(1.2, 1.5)))),
                ScenarioSuite.WINDOW_MILLIS,
                ScenarioSuite.WINDOWS,
                "A surgery sends four to seven times the health events, over the bulk of the imaging; a fifth twin"
                        + " carries the imaging.");
    }

    /**
     * The three slices of the recorded testbed with its offered load per UE: 50 PRBs, two static UEs in each slice.
     *
     * @param embbBytes size of the packets of the constant-rate slice
     * @param mtcPerSecond packets of 125 bytes
     * @param urllcPerSecond packets of 125 bytes
     */
    static Scenario colosseum(String name, int embbBytes, double mtcPerSecond, double urllcPerSecond) {
        double embbKbit = 357.15 * embbBytes * 8 / 1000;
        // The recordings' own costs: eMBB below its offered rate, and small packets that have to wait.
        int promised = (int) Math.round(2 * 0.95 * embbKbit);
        List<TwinProfile> profiles = List.of(
                new TwinProfile("embb", new Snssai(1, 1), new Sla(1000, 0, OFF, promised), 1),
                new TwinProfile("mtc", new Snssai(3, 1), new Sla(4, 0.9, OFF, 0), 1),
                new TwinProfile("urllc", new Snssai(2, 1), new Sla(3, 0.9, OFF, 0), 2));
        // Mean CQI 9, about 300 bits in a PRB, as the recordings have it.
        Radio emulated = new Radio(9.5, 0.5, 1.5, 500);
        CellParameters cell = new CellParameters(
                50,
                1000,
                List.of(
                        new TwinParameters(2, new Traffic.Periodic(1000 / 357.15, embbBytes, 0.5), emulated, false),
                        new TwinParameters(2, new Traffic.Poisson(mtcPerSecond, 125), emulated, false),
                        new TwinParameters(2, new Traffic.Poisson(urllcPerSecond, 125), emulated, false)),
                List.of());
        return new Scenario(
                name,
                profiles,
                cell,
                ScenarioSuite.withDay(List.of()),
                ScenarioSuite.WINDOW_MILLIS,
                ScenarioSuite.WINDOWS,
                "The recorded testbed: 50 PRBs, three slices of two static UEs, its offered load, and slices that lend"
                        + " each other nothing.",
                Twist.unlent());
    }
}
