package io.twinslice.env;

import io.twinslice.model.Sla;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.PacketTrace;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The benchmark: named scenarios, each with disjoint {@link Split}s. They play on the four twins of the site unless
 * what happens needs others. A scenario may be harder than its namesake of {@link Scenarios}: runs and verification
 * plans rest on those, so they stay as they are.
 *
 * <p>An episode is 60 s in windows of 100 ms. Besides its events each episode has a day of its own: a little more or
 * less load and SNR in the whole cell.
 */
public final class ScenarioSuite {
    static final int WINDOW_MILLIS = 100;
    static final int WINDOWS = 600;

    /** Load and SNR of the whole episode. */
    static final EventRecipe DAY = new EventRecipe(
            "day",
            1,
            Disturbance.CELL,
            Interval.of(0),
            Interval.of(1),
            new Interval(0.95, 1.05),
            new Interval(-0.5, 0.5),
            Interval.of(1),
            1);

    private static final Interval EARLY = new Interval(0.1, 0.45);
    private static final Interval LATE = new Interval(0.5, 0.75);
    private static final Interval QUARTER = Interval.of(0.25);
    private static final Interval HALF = Interval.of(0.5);

    private final SortedMap<String, PacketTrace> recordings;

    private ScenarioSuite(SortedMap<String, PacketTrace> recordings) {
        this.recordings = recordings;
    }

    /** The suite without recordings: {@code diurnal-replay} plays a synthetic day, and its description says so. */
    public static ScenarioSuite synthetic() {
        return new ScenarioSuite(new TreeMap<>());
    }

    /**
     * The suite with recorded phone traffic behind {@code diurnal-replay}.
     *
     * @param recordings captures by name; the splits share none of them
     * @throws IllegalArgumentException when there are too few to give every split its own
     */
    public static ScenarioSuite replaying(Map<String, PacketTrace> recordings) {
        SortedMap<String, PacketTrace> sorted = new TreeMap<>(recordings);
        DiurnalReplay.check(sorted);
        return new ScenarioSuite(sorted);
    }

    /** The names of all scenarios, in the order in which tables list them. */
    public static List<String> names() {
        return List.of(
                "quiet-shift",
                "flash-crowd",
                "twin-join-storm",
                "cycle-align",
                "cell-edge-drift",
                "interferer",
                "platoon-passing",
                "surgery-burst",
                "diurnal-replay",
                "slot-loss",
                "kpm-blind",
                "liar-slice",
                "sla-flip",
                "model-shift",
                "colosseum-trf1",
                "colosseum-trf2");
    }

    /** All scenarios of a split, in the order of {@link #names}. */
    public List<Scenario> all(Split split) {
        return names().stream().map(name -> scenario(name, split)).toList();
    }

    /** @throws IllegalArgumentException when there is no scenario of that name; the message lists the names */
    public Scenario scenario(String name, Split split) {
        Scenario scenario = switch (name) {
            case "quiet-shift" -> onSite(name, List.of(), "Steady load, steady channel.");
            case "flash-crowd" -> flashCrowd(name);
            case "twin-join-storm" -> twinJoinStorm(name);
            case "cycle-align" -> OtherSites.cycleAlign(name, split);
            case "cell-edge-drift" -> cellEdgeDrift(name);
            case "interferer" -> interferer(name);
            case "platoon-passing" -> platoonPassing(name);
            case "surgery-burst" -> OtherSites.surgeryBurst(name);
            case "diurnal-replay" -> DiurnalReplay.scenario(name, recordings, split);
            case "slot-loss" -> slotLoss(name);
            case "kpm-blind" -> kpmBlind(name);
            case "liar-slice" -> liarSlice(name);
            case "sla-flip" -> slaFlip(name);
            case "model-shift" -> modelShift(name, split);
            case "colosseum-trf1" -> OtherSites.colosseum(name, 1400, 44.64, 89.29);
            case "colosseum-trf2" -> OtherSites.colosseum(name, 700, 133.92, 178.58);
            default ->
                throw new IllegalArgumentException(
                        "no scenario of the suite is named \"" + name + "\"; there are " + String.join(", ", names()));
        };
        return scenario.withTwist(scenario.twist().of(split));
    }

    private static Scenario flashCrowd(String name) {
        // A calm building, so that four times its load is much but not beyond the cell.
        CellParameters cell = Site.cell();
        List<TwinParameters> twins = new ArrayList<>(cell.twins());
        twins.set(Site.BUILDING, Site.building().withTraffic(new Traffic.Video(60, 1100, 0.105)));
        return scenario(
                name,
                cell.withTwins(twins),
                List.of(
                        EventRecipe.load(
                                "flash-crowd",
                                1,
                                Site.BUILDING,
                                new Interval(0.1, 0.7),
                                QUARTER,
                                new Interval(3.8, 4.2)),
                        EventRecipe.drift(
                                "crowd-shadow",
                                0.7,
                                Site.HEALTH,
                                new Interval(0.1, 0.6),
                                QUARTER,
                                new Interval(-7, -3))),
                Twist.NONE,
                "Visitors: the building's video load grows fourfold for 15 s, and the crowd may shadow the health"
                        + " carts.");
    }

    private static Scenario twinJoinStorm(String name) {
        CellParameters cell = Site.cell();
        List<TwinParameters> twins = new ArrayList<>(cell.twins());
        twins.set(Site.FACTORY, withUes(Site.factory(false), 18));
        twins.set(Site.VEHICLE, withUes(Site.vehicle(), 14));
        twins.set(Site.HEALTH, withUes(Site.health(), 8));
        Interval start = new Interval(0.15, 0.5);
        Interval stay = new Interval(0.3, 0.6);
        Interval sync = new Interval(1.5, 3);
        return scenario(
                name,
                cell.withTwins(twins),
                List.of(),
                Twist.visited(
                        new StayRecipe(Site.FACTORY, 10, 8, start, Interval.of(125), stay, sync),
                        new StayRecipe(Site.VEHICLE, 6, 8, start, Interval.of(125), stay, sync),
                        new StayRecipe(Site.HEALTH, 4, 4, start, Interval.of(250), stay, sync)),
                "Twenty twins attach, those of each slice within a second, send their whole state first, and leave"
                        + " again later.");
    }

    private static Scenario cellEdgeDrift(String name) {
        return onSite(
                name,
                List.of(
                        EventRecipe.drift(
                                "health-drift",
                                1,
                                Site.HEALTH,
                                new Interval(0.05, 0.45),
                                HALF,
                                new Interval(-10.5, -9.5)),
                        EventRecipe.load(
                                "evening",
                                1,
                                Site.BUILDING,
                                new Interval(0.1, 0.5),
                                new Interval(0.3, 0.5),
                                new Interval(1.2, 1.6))),
                "The ambulances drive to the cell edge: the health twin's mean SNR falls by 10 dB over 30 s, in an"
                        + " evening of more video.");
    }

    private static Scenario interferer(String name) {
        return scenario(
                name,
                Site.cell(),
                List.of(),
                Twist.interfered(new MarkovRecipe(
                        new Interval(1000, 4000),
                        new Interval(2000, 6000),
                        new Interval(-6.5, -5.5),
                        new Interval(0.45, 0.55))),
                "A transmitter nearby switches on and off at random, and takes 6 dB on half of the PRBs.");
    }

    private static Scenario platoonPassing(String name) {
        CellParameters cell = Site.cell();
        List<TwinParameters> twins = new ArrayList<>(cell.twins());
        twins.set(Site.VEHICLE, withUes(Site.vehicle(), 20));
        return scenario(
                name,
                cell.withTwins(twins),
                List.of(EventRecipe.load("visitors", 0.7, Site.BUILDING, LATE, QUARTER, new Interval(1.3, 1.7))),
                Twist.visited(new StayRecipe(
                        Site.VEHICLE,
                        6,
                        14,
                        EARLY,
                        new Interval(400, 900),
                        new Interval(0.15, 0.3),
                        new Interval(1, 1.5))),
                "A platoon of fourteen vehicles hands over into the cell one by one, and out of it again.");
    }

    private static Scenario slotLoss(String name) {
        return onSite(
                name,
                List.of(EventRecipe.slotLoss(
                        "maintenance", 1, new Interval(0.05, 0.8), Interval.of(1 / 6.0), new Interval(0.48, 0.52))),
                "Maintenance takes half of the PRBs for ten seconds.");
    }

    private static Scenario kpmBlind(String name) {
        return scenario(
                name,
                Site.cell(),
                Scenarios.mixed(),
                Twist.reported(new Reporting.Lossy(new Interval(0.15, 0.25), 5, new Interval(0.05, 0.85), 50)),
                "A day on the floor, of which a fifth of the reports is lost, the others are half a second late, and"
                        + " for five seconds none arrives.");
    }

    private static Scenario liarSlice(String name) {
        return scenario(
                name,
                Site.cell(),
                Scenarios.mixed(),
                Twist.reported(new Reporting.Inflated(Site.BUILDING, new Interval(8, 12))),
                "A day on the floor on which the building reports ten times the volume that waits.");
    }

    private static Scenario slaFlip(String name) {
        List<TwinProfile> profiles = new ArrayList<>(Site.twins());
        TwinProfile vehicle = profiles.get(Site.VEHICLE);
        Sla sla = vehicle.sla();
        profiles.set(
                Site.VEHICLE,
                new TwinProfile(
                        vehicle.name(),
                        vehicle.slice(),
                        new Sla(40, sla.reliability(), sla.aoiLimitMillis(), sla.minKbitPerSecond()),
                        vehicle.priority()));
        // Ten whole milliseconds, one for each tenth of the interval: the splits share none.
        Interval deadline = new Interval(9.5, 19.499);
        return scenario(
                        name,
                        Site.cell(),
                        List.of(EventRecipe.load(
                                "visitors", 0.7, Site.BUILDING, EARLY, QUARTER, new Interval(1.2, 1.5))),
                        Twist.promised(new PromiseChange(Site.VEHICLE, new Interval(0.3, 0.6), deadline)),
                        "The vehicle twin's deadline is tightened from 40 ms to 10..19 ms in the middle of the"
                                + " episode.")
                .withTwins(profiles);
    }

    private static Scenario modelShift(String name, Split split) {
        double shiftDb = switch (split) {
            case TRAIN -> 1.4;
            case WHOLE, TEST -> 1.5;
            case VALIDATION -> 1.6;
        };
        CellParameters cell = Site.cell();
        List<TwinParameters> twins = new ArrayList<>();
        for (TwinParameters twin : cell.twins()) {
            twins.add(twin.withLink(twin.link().withModelShift(-2, shiftDb)));
        }
        return scenario(
                name,
                cell.withTwins(twins),
                List.of(EventRecipe.load(
                        "model-shift", 1, Disturbance.CELL, Interval.of(0), Interval.of(1), new Interval(1.25, 1.35))),
                Twist.NONE,
                "The world differs from the model: decoding needs 1.5 dB more, UEs report two CQI steps too little,"
                        + " and the load is 1.3 times as high.");
    }

    static Scenario onSite(String name, List<EventRecipe> events, String description) {
        return scenario(name, Site.cell(), events, Twist.NONE, description);
    }

    private static Scenario scenario(
            String name, CellParameters cell, List<EventRecipe> events, Twist twist, String description) {
        return new Scenario(name, Site.twins(), cell, withDay(events), WINDOW_MILLIS, WINDOWS, description, twist);
    }

    static List<EventRecipe> withDay(List<EventRecipe> events) {
        List<EventRecipe> all = new ArrayList<>(events);
        all.add(DAY);
        return all;
    }

    private static TwinParameters withUes(TwinParameters twin, int ues) {
        return new TwinParameters(ues, twin.traffic(), twin.radio(), twin.freshestOnly());
    }
}
