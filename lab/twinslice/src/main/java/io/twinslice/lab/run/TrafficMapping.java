package io.twinslice.lab.run;

import io.twinslice.env.Scenario;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.JobFailure;
import io.twinslice.model.Sla;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.PacketTrace;
import io.twinslice.ransim.PacketTraceReader;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which recorded capture is which twin's demand.
 *
 * <p>{@code --map} decides where it says something. Otherwise a capture belongs to the twin whose name it begins with,
 * or by the slice type that its name begins with: broadband to the building, low latency to the vehicle, machine type
 * to the ward. Several captures of one twin are spread over its UEs; a twin without a capture keeps its model.
 *
 * <p>A twin with a capture is promised no age of information: phones are silent for seconds, and an age would measure
 * that and not the slice.
 */
final class TrafficMapping {
    /** Prefixes of recordings that are named by slice type. */
    private static final Map<String, String> BY_SLICE_TYPE =
            Map.of("embb", "building", "urll", "vehicle", "mmtc", "health");

    private static final int MAX_CAPTURES_PER_TWIN = 64;

    /**
     * A scenario whose demand is replayed.
     *
     * @param byTwin the captures of each twin that has some
     * @param description for the report
     */
    record Replay(Scenario scenario, SortedMap<String, List<String>> byTwin, String description) {}

    private TrafficMapping() {}

    static Replay replay(Scenario scenario, Path file, Map<String, String> wanted) throws JobFailure {
        Map<String, PacketTrace> traces;
        try {
            traces = PacketTraceReader.read(file);
        } catch (IOException e) {
            throw new JobFailure(
                    Complaint.usage(
                            String.valueOf(e.getMessage()),
                            file.toString(),
                            "give a CSV file, gzip or not, with the columns trace,t_us,bytes,dir: see docs/traffic.md"),
                    e);
        }
        SortedMap<String, List<String>> byTwin = assign(scenario.twins(), traces, wanted);
        if (byTwin.isEmpty()) {
            throw new JobFailure(Complaint.usage(
                    "no capture of the recording belongs to a twin: " + String.join(", ", traces.keySet()),
                    file.toString(),
                    "say which is which, for example --map "
                            + traces.keySet().iterator().next() + "="
                            + scenario.twins().get(0).name()));
        }
        List<TwinParameters> twins = new ArrayList<>();
        List<TwinProfile> profiles = new ArrayList<>();
        for (int i = 0; i < scenario.twins().size(); i++) {
            TwinParameters model = scenario.parameters().twins().get(i);
            List<String> captures = byTwin.getOrDefault(scenario.twins().get(i).name(), List.of());
            TwinProfile profile = scenario.twins().get(i);
            profiles.add(captures.isEmpty() ? profile : withoutAge(profile));
            twins.add(captures.isEmpty() ? model : model.withTraffic(traffic(captures, traces, model.ues())));
        }
        StringBuilder description = new StringBuilder(String.valueOf(file.getFileName()));
        byTwin.forEach((twin, captures) ->
                description.append("; ").append(twin).append(": ").append(String.join(" + ", captures)));
        return new Replay(
                scenario.withTwins(profiles)
                        .withParameters(scenario.parameters().withTwins(twins)),
                byTwin,
                description.toString());
    }

    private static TwinProfile withoutAge(TwinProfile profile) {
        Sla sla = profile.sla();
        return new TwinProfile(
                profile.name(),
                profile.slice(),
                new Sla(sla.deadlineMillis(), sla.reliability(), Integer.MAX_VALUE, sla.minKbitPerSecond()),
                profile.priority());
    }

    /** A capture is one phone. Where there are more captures than UEs, a UE plays several, one after the other. */
    private static Traffic traffic(List<String> captures, Map<String, PacketTrace> traces, int ues) {
        int played = Math.min(ues, captures.size());
        List<PacketTrace> each = new ArrayList<>();
        for (int i = 0; i < captures.size(); i++) {
            PacketTrace trace = traces.get(captures.get(i));
            if (i < played) {
                each.add(trace);
            } else {
                each.set(i % played, each.get(i % played).then(trace));
            }
        }
        return new Traffic.PerUe(
                each.stream().<Traffic>map(Traffic.Recorded::new).toList());
    }

    private static SortedMap<String, List<String>> assign(
            List<TwinProfile> twins, Map<String, PacketTrace> traces, Map<String, String> wanted) throws JobFailure {
        SortedMap<String, List<String>> byTwin = new TreeMap<>();
        for (Map.Entry<String, String> entry : new TreeMap<>(wanted).entrySet()) {
            if (!traces.containsKey(entry.getKey())) {
                throw new JobFailure(Complaint.usage(
                        "the recording has no capture \"" + entry.getKey() + "\" with downlink packets",
                        "--map",
                        "there are " + String.join(", ", traces.keySet())));
            }
            if (twins.stream().noneMatch(twin -> twin.name().equals(entry.getValue()))) {
                throw new JobFailure(Complaint.usage(
                        "no twin is named \"" + entry.getValue() + "\"",
                        "--map",
                        "there are "
                                + String.join(
                                        ", ",
                                        twins.stream().map(TwinProfile::name).toList())));
            }
        }
        for (String capture : new TreeMap<>(traces).keySet()) {
            String twin = wanted.getOrDefault(capture, byName(capture, twins));
            List<String> captures = byTwin.computeIfAbsent(twin, key -> new ArrayList<>());
            if (captures.size() < MAX_CAPTURES_PER_TWIN) {
                captures.add(capture);
            }
        }
        byTwin.remove("");
        return byTwin;
    }

    private static String byName(String capture, List<TwinProfile> twins) {
        for (TwinProfile twin : twins) {
            if (capture.startsWith(twin.name())) {
                return twin.name();
            }
        }
        for (Map.Entry<String, String> entry : new TreeMap<>(BY_SLICE_TYPE).entrySet()) {
            if (capture.startsWith(entry.getKey())
                    && twins.stream().anyMatch(twin -> twin.name().equals(entry.getValue()))) {
                return entry.getValue();
            }
        }
        return "";
    }
}
