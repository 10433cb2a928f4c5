package io.twinslice.env;

import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A cell, its twins, and what may happen to them in an episode.
 *
 * @param name lower-case name, for tables and command lines
 * @param twins who was promised what
 * @param parameters the cell; its own disturbances hold in every episode, in the RAN's time
 * @param events what may happen; drawn anew from the seed of each episode
 * @param windowMillis length of a decision window, 10..10000
 * @param windows windows of an episode, 1..100000
 * @param description one sentence for people
 */
public record Scenario(
        String name,
        List<TwinProfile> twins,
        CellParameters parameters,
        List<EventRecipe> events,
        int windowMillis,
        int windows,
        String description) {
    /** Windows before the scored episode, under the unsliced plan. */
    public static final int WARM_UP_WINDOWS = 20;

    public Scenario {
        twins = List.copyOf(twins);
        events = List.copyOf(events);
        if (twins.size() != parameters.twins().size()) {
            throw new IllegalArgumentException(twins.size() + " profiles for a cell of "
                    + parameters.twins().size() + " twins");
        }
        for (EventRecipe event : events) {
            if (event.twin() >= twins.size()) {
                throw new IllegalArgumentException("event " + event.name() + " names a twin that is not there");
            }
        }
        if (windowMillis < 10 || windowMillis > 10_000) {
            throw new IllegalArgumentException("windowMillis must be 10..10000, not " + windowMillis);
        }
        if (windows < 1 || windows > 100_000) {
            throw new IllegalArgumentException("windows must be 1..100000, not " + windows);
        }
    }

    /** A fresh environment of this scenario. */
    public Environment environment() {
        return new TwinEnvironment(this);
    }

    /** The same site and events on another cell, for example a calibrated one. */
    public Scenario withParameters(CellParameters changed) {
        return new Scenario(name, twins, changed, events, windowMillis, windows, description);
    }

    /** The same cell and events with other promises. */
    public Scenario withTwins(List<TwinProfile> changed) {
        return new Scenario(name, changed, parameters, events, windowMillis, windows, description);
    }

    /** The same scenario, shorter or longer; events keep their share of the time. */
    public Scenario withWindows(int changed) {
        return new Scenario(name, twins, parameters, events, windowMillis, changed, description);
    }

    /** The same scenario after a time in which nothing happens; the episode is longer by that time. */
    public Scenario after(int quietWindows) {
        int longer = windows + quietWindows;
        double quiet = quietWindows / (double) longer;
        return new Scenario(
                name,
                twins,
                parameters,
                events.stream().map(event -> event.after(quiet)).toList(),
                windowMillis,
                longer,
                description);
    }

    /** The cell as one episode meets it: its own disturbances and those drawn from the seed. */
    public CellParameters episode(long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5CE9A210L);
        List<Disturbance> all = new ArrayList<>(parameters.disturbances());
        for (EventRecipe event : events) {
            all.addAll(event.draw(random, (long) WARM_UP_WINDOWS * windowMillis, (long) windows * windowMillis));
        }
        return parameters.withDisturbances(all);
    }
}
