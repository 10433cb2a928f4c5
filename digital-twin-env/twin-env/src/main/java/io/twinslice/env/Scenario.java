package io.twinslice.env;

import io.twinslice.model.Sla;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

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
 * @param twist what else is special about it
 */
public record Scenario(
        String name,
        List<TwinProfile> twins,
        CellParameters parameters,
        List<EventRecipe> events,
        int windowMillis,
        int windows,
        String description,
        Twist twist) {
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
        if (!twist.fits(twins.size())) {
            throw new IllegalArgumentException("the twist of " + name + " names a twin that is not there");
        }
        if (windowMillis < 10 || windowMillis > 10_000) {
            throw new IllegalArgumentException("windowMillis must be 10..10000, not " + windowMillis);
        }
        if (windows < 1 || windows > 100_000) {
            throw new IllegalArgumentException("windows must be 1..100000, not " + windows);
        }
    }

    /** A scenario without a twist. */
    public Scenario(
            String name,
            List<TwinProfile> twins,
            CellParameters parameters,
            List<EventRecipe> events,
            int windowMillis,
            int windows,
            String description) {
        this(name, twins, parameters, events, windowMillis, windows, description, Twist.NONE);
    }

    /** A fresh environment of this scenario. */
    public Environment environment() {
        Environment cell = new TwinEnvironment(this);
        return twist.reporting() instanceof Reporting.Clear
                ? cell
                : new ReportedEnvironment(
                        cell, seed -> ReportChannel.of(twist.reporting(), twist.split(), seed, windows));
    }

    /** The same site and events on another cell, for example a calibrated one. */
    public Scenario withParameters(CellParameters changed) {
        return new Scenario(name, twins, changed, events, windowMillis, windows, description, twist);
    }

    /** The same cell and events with other promises. */
    public Scenario withTwins(List<TwinProfile> changed) {
        return new Scenario(name, changed, parameters, events, windowMillis, windows, description, twist);
    }

    /** The same scenario, shorter or longer; events keep their share of the time. */
    public Scenario withWindows(int changed) {
        return new Scenario(name, twins, parameters, events, windowMillis, changed, description, twist);
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
                description,
                twist);
    }

    /** The same scenario with another twist. */
    public Scenario withTwist(Twist changed) {
        return new Scenario(name, twins, parameters, events, windowMillis, windows, description, changed);
    }

    /** The cell as one episode meets it: its own disturbances and stays, and those drawn from the seed. */
    public CellParameters episode(long seed) {
        long begin = (long) WARM_UP_WINDOWS * windowMillis;
        long length = (long) windows * windowMillis;
        SplittableRandom random = new SplittableRandom(seed ^ 0x5CE9A210L);
        List<Disturbance> all = new ArrayList<>(parameters.disturbances());
        for (EventRecipe event : events) {
            all.addAll(event.draw(random, twist.split(), begin, length));
        }
        List<Presence> present = new ArrayList<>(parameters.presences());
        for (StayRecipe stay : twist.stays()) {
            StayRecipe.Drawn drawn = stay.draw(seed, twist.split(), begin, length);
            present.addAll(drawn.presences());
            all.add(drawn.synchronising());
        }
        for (MarkovRecipe interferer : twist.interferers()) {
            all.addAll(interferer.draw(seed, twist.split(), begin, length));
        }
        return parameters.withDisturbances(all).withPresences(present);
    }

    /** When which promises hold in an episode; the first hold from its beginning. */
    SortedMap<Long, List<TwinProfile>> promises(long seed) {
        SortedMap<Long, List<TwinProfile>> held = new TreeMap<>();
        held.put(0L, twins);
        SplittableRandom random = new SplittableRandom(seed ^ 0x51A_F11BL);
        long begin = (long) WARM_UP_WINDOWS * windowMillis;
        for (PromiseChange change : twist.promises()) {
            double at = change.at().at(twist.split().share(EventRecipe.uniform(random)));
            double deadline = change.deadlineMillis().at(twist.split().share(EventRecipe.uniform(random)));
            List<TwinProfile> changed = new ArrayList<>(held.get(held.lastKey()));
            TwinProfile twin = changed.get(change.twin());
            Sla sla = twin.sla();
            changed.set(
                    change.twin(),
                    new TwinProfile(
                            twin.name(),
                            twin.slice(),
                            new Sla(
                                    (int) Math.round(deadline),
                                    sla.reliability(),
                                    sla.aoiLimitMillis(),
                                    sla.minKbitPerSecond()),
                            twin.priority()));
            held.put(begin + Math.round(at * windows) * windowMillis, List.copyOf(changed));
        }
        return held;
    }
}
