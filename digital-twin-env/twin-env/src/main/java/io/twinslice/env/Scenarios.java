package io.twinslice.env;

import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The scenario suite. Every scenario plays on the same twins and cell, so that one policy fits all of them. */
public final class Scenarios {
    /** The scenario of the main run. */
    public static final String DEFAULT = "factory-floor";

    private static final int WINDOW_MILLIS = 100;
    private static final int WINDOWS = 600;
    private static final Interval ALWAYS_FROM = Interval.of(0);
    private static final Interval EARLY = new Interval(0.1, 0.45);
    private static final Interval ANY_TIME = new Interval(0.02, 0.75);

    private Scenarios() {}

    /** @throws IllegalArgumentException when there is no scenario of that name; the message lists the names */
    public static Scenario byName(String name) {
        for (Scenario scenario : all()) {
            if (scenario.name().equals(name)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("no scenario is named \"" + name + "\"; there are "
                + all().stream().map(Scenario::name).collect(Collectors.joining(", ")));
    }

    /** All scenarios, the default first. */
    public static List<Scenario> all() {
        CellParameters cell = Site.cell();
        return List.of(
                scenario(DEFAULT, cell, mixed(), "A day on the floor: mild events of all kinds, at random."),
                scenario("quiet-shift", cell, List.of(), "Steady load, steady channel."),
                scenario(
                        "flash-crowd",
                        cell,
                        List.of(
                                EventRecipe.load(
                                        "flash-crowd",
                                        1,
                                        Site.BUILDING,
                                        EARLY,
                                        Interval.of(0.4),
                                        new Interval(1.2, 2.4)),
                                EventRecipe.drift(
                                        "crowd-shadow",
                                        0.6,
                                        Site.HEALTH,
                                        EARLY,
                                        Interval.of(0.5),
                                        new Interval(-7, -3))),
                        "Visitors: the building's video load grows by 20 to 140 %, and the crowd may shadow the health"
                                + " carts."),
                scenario(
                        "cell-edge-drift",
                        cell,
                        List.of(
                                EventRecipe.drift(
                                        "health-drift", 1, Site.HEALTH, EARLY, Interval.of(0.5), new Interval(-8, -5)),
                                EventRecipe.drift(
                                        "vehicle-drift",
                                        0.5,
                                        Site.VEHICLE,
                                        EARLY,
                                        Interval.of(0.5),
                                        new Interval(-9, -5)),
                                EventRecipe.load(
                                        "evening",
                                        1,
                                        Site.BUILDING,
                                        Interval.of(0.3),
                                        Interval.of(0.6),
                                        new Interval(1.2, 1.6))),
                        "Ambulances and vehicles drive to the cell edge in the evening: their SNR falls by up to 9"
                                + " dB."),
                scenario(
                        "surgery-burst",
                        cell,
                        List.of(EventRecipe.load(
                                "surgery", 1, Site.HEALTH, EARLY, Interval.of(0.4), new Interval(2, 4))),
                        "A surgery sends two to four times the imaging data."),
                scenario(
                        "slot-loss",
                        cell,
                        List.of(EventRecipe.slotLoss(
                                "maintenance", 1, EARLY, Interval.of(0.17), new Interval(0.5, 0.65))),
                        "Maintenance takes up to half of the PRBs for ten seconds."),
                scenario("cycle-align", aligned(cell), List.of(), "All motion loops of the factory run in phase."),
                scenario(
                        "model-shift",
                        cell,
                        List.of(new EventRecipe(
                                "model-shift",
                                1,
                                Disturbance.CELL,
                                ALWAYS_FROM,
                                Interval.of(1),
                                new Interval(1.2, 1.3),
                                new Interval(-2, -1),
                                Interval.of(1),
                                1)),
                        "The world differs from the model: 20 to 30 % more load on links 1 to 2 dB worse."));
    }

    static List<EventRecipe> mixed() {
        return List.of(
                EventRecipe.load(
                        "flash-crowd",
                        0.8,
                        Site.BUILDING,
                        new Interval(0, 0.3),
                        new Interval(0.15, 0.4),
                        new Interval(1.2, 1.8)),
                EventRecipe.load(
                        "flash-crowd",
                        0.8,
                        Site.BUILDING,
                        new Interval(0.4, 0.8),
                        new Interval(0.15, 0.4),
                        new Interval(1.2, 1.8)),
                EventRecipe.drift(
                        "health-drift",
                        0.8,
                        Site.HEALTH,
                        new Interval(0, 0.6),
                        new Interval(0.3, 0.6),
                        new Interval(-8, -4)),
                EventRecipe.drift(
                        "vehicle-drift",
                        0.6,
                        Site.VEHICLE,
                        new Interval(0, 0.6),
                        new Interval(0.3, 0.5),
                        new Interval(-7, -3)),
                EventRecipe.load("surgery", 0.6, Site.HEALTH, ANY_TIME, new Interval(0.15, 0.35), new Interval(1.5, 3)),
                EventRecipe.load("convoy", 0.6, Site.VEHICLE, ANY_TIME, new Interval(0.1, 0.3), new Interval(1.3, 2)),
                EventRecipe.slotLoss("maintenance", 0.4, ANY_TIME, new Interval(0.05, 0.15), new Interval(0.6, 0.8)));
    }

    private static CellParameters aligned(CellParameters cell) {
        List<TwinParameters> twins = new ArrayList<>(cell.twins());
        twins.set(Site.FACTORY, Site.factory(true));
        return cell.withTwins(twins);
    }

    private static Scenario scenario(String name, CellParameters cell, List<EventRecipe> events, String description) {
        return new Scenario(name, Site.twins(), cell, events, WINDOW_MILLIS, WINDOWS, description);
    }
}
