package io.twinslice.env;

import io.twinslice.model.Sla;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.PacketTrace;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A day in a minute, as demand that was recorded from phones: video and files for the building, calls for the vehicles.
 * Without recordings the same day is played with the site's own sources.
 *
 * <p>A twin whose demand is recorded is promised no age of information: phones are silent for seconds, and an age would
 * measure that and not the slice.
 */
final class DiurnalReplay {
    private static final String VIDEO = "embb";
    private static final String CALLS = "urll";
    private static final int SPLITS = 3;

    /** A phone's packets come in bursts: the deadline is so many times as long. */
    private static final int PATIENCE = 4;

    /** The mean rate that captures of one UE are paced to; a phone's own rate says nothing of this site. */
    private static final double VIDEO_KBIT = 2500;

    private static final double CALLS_KBIT = 380;

    /** Load by time of day, night to night, relative to the mean of the busy hours. */
    private static final double[] HOURS = {0.35, 0.3, 0.45, 0.8, 1.05, 1.2, 1.1, 1.25, 1.45, 1.3, 0.9, 0.55};

    private DiurnalReplay() {}

    static void check(SortedMap<String, PacketTrace> recordings) {
        for (String kind : List.of(VIDEO, CALLS)) {
            long captures = recordings.keySet().stream()
                    .filter(name -> name.startsWith(kind))
                    .count();
            if (captures < SPLITS) {
                throw new IllegalArgumentException("needs a capture named " + kind
                        + "... for each of train, validation and test, and there are " + captures);
            }
        }
    }

    static Scenario scenario(String name, SortedMap<String, PacketTrace> recordings, Split split) {
        List<TwinParameters> twins = new ArrayList<>(Site.cell().twins());
        List<TwinProfile> profiles = new ArrayList<>(Site.twins());
        String source = "SYNTHETIC: no recordings were given, the site's own sources follow the hours";
        if (!recordings.isEmpty()) {
            List<PacketTrace> video = captures(recordings, VIDEO, split);
            List<PacketTrace> calls = captures(recordings, CALLS, split);
            replay(twins, profiles, Site.BUILDING, video, VIDEO_KBIT);
            replay(twins, profiles, Site.VEHICLE, calls, CALLS_KBIT);
            source = "recorded phones, building: " + names(video) + "; vehicle: " + names(calls);
        }
        return new Scenario(
                name,
                profiles,
                Site.cell().withTwins(twins),
                ScenarioSuite.withDay(hours()),
                ScenarioSuite.WINDOW_MILLIS,
                ScenarioSuite.WINDOWS,
                "A day in a minute (" + source + ").");
    }

    private static void replay(
            List<TwinParameters> twins,
            List<TwinProfile> profiles,
            int twin,
            List<PacketTrace> captures,
            double kbitPerSecond) {
        TwinParameters model = twins.get(twin);
        List<Traffic> each = captures.stream()
                .<Traffic>map(trace ->
                        new Traffic.Recorded(trace, Math.clamp(kbitPerSecond / trace.kbitPerSecond(), 1e-4, 1e4)))
                .toList();
        twins.set(twin, new TwinParameters(model.ues(), new Traffic.PerUe(each), model.radio(), false));
        TwinProfile profile = profiles.get(twin);
        Sla sla = profile.sla();
        profiles.set(
                twin,
                new TwinProfile(
                        profile.name(),
                        profile.slice(),
                        new Sla(
                                PATIENCE * sla.deadlineMillis(),
                                sla.reliability(),
                                Integer.MAX_VALUE,
                                sla.minKbitPerSecond()),
                        profile.priority()));
    }

    /** Every third capture of a kind, beginning with the split's own; an unsplit scenario plays all. */
    private static List<PacketTrace> captures(SortedMap<String, PacketTrace> recordings, String kind, Split split) {
        List<PacketTrace> all = recordings.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .map(Map.Entry::getValue)
                .toList();
        List<PacketTrace> own = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (split.has(i)) {
                own.add(all.get(i));
            }
        }
        return own;
    }

    private static String names(List<PacketTrace> captures) {
        return String.join(" + ", captures.stream().map(PacketTrace::name).toList());
    }

    /** Building and vehicles follow the hours; how strongly is drawn hour by hour. */
    private static List<EventRecipe> hours() {
        List<EventRecipe> events = new ArrayList<>();
        for (int hour = 0; hour < HOURS.length; hour++) {
            Interval start = Interval.of(hour / (double) HOURS.length);
            Interval length = Interval.of(1.0 / HOURS.length);
            for (int twin : new int[] {Site.BUILDING, Site.VEHICLE}) {
                Interval load = new Interval(0.9 * HOURS[hour], 1.1 * HOURS[hour]);
                events.add(EventRecipe.load("hour-" + hour, 1, twin, start, length, load));
            }
        }
        return events;
    }
}
