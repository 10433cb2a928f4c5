package io.twinslice.ns3;

import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.util.List;
import java.util.StringJoiner;

/** The scenario document that the worker reads; all names in it are checked identifiers, all values numbers. */
final class ScenarioJson {
    private static final int LONGEST_LIMIT_MILLIS = 1_000_000;

    private ScenarioJson() {}

    /** @throws IllegalArgumentException when a source has no counterpart */
    static void check(List<TwinParameters> twins) {
        twins.forEach(twin -> source(twin.traffic()));
    }

    static String of(List<TwinProfile> profiles, CellParameters cell, Ns3Radio radio) {
        StringJoiner slices = new StringJoiner(",", "[", "]");
        for (int i = 0; i < profiles.size(); i++) {
            slices.add(slice(profiles.get(i), cell.twins().get(i), radio, loads(cell.disturbances(), i)));
        }
        return "{\"prbs\":" + radio.prbs() + "," + radio.transmit() + ",\"olla\":" + radio.olla() + ",\"fading\":\""
                + radio.fading().key() + "\",\"slices\":" + slices + "}";
    }

    private static String slice(TwinProfile profile, TwinParameters twin, Ns3Radio radio, String loads) {
        double mean = twin.radio().meanSnrDb();
        double spread = twin.radio().spreadDb();
        int aoiLimit = profile.sla().aoiLimitMillis();
        return "{\"name\":\"" + profile.name() + "\",\"ues\":" + twin.ues()
                + ",\"nearMetres\":" + radio.metresAt(mean + spread)
                + ",\"farMetres\":" + radio.metresAt(mean - spread)
                + ",\"deadlineMillis\":" + Math.min(profile.sla().deadlineMillis(), LONGEST_LIMIT_MILLIS)
                + ",\"aoiLimitMillis\":" + (aoiLimit > LONGEST_LIMIT_MILLIS ? 0 : aoiLimit)
                + ",\"traffic\":[" + source(twin.traffic()) + "],\"load\":" + loads + "}";
    }

    private static String source(Traffic traffic) {
        return switch (traffic) {
            case Traffic.Periodic each ->
                "{\"kind\":\"periodic\",\"periodMillis\":" + each.periodMillis() + ",\"bytes\":" + each.bytes()
                        + ",\"jitterMillis\":" + each.jitterMillis() + ",\"inPhase\":" + each.inPhase() + "}";
            case Traffic.Poisson each ->
                "{\"kind\":\"poisson\",\"packetsPerSecond\":" + each.packetsPerSecond() + ",\"bytes\":" + each.bytes()
                        + "}";
            case Traffic.Video each ->
                "{\"kind\":\"video\",\"framesPerSecond\":" + each.framesPerSecond() + ",\"kbitPerSecond\":"
                        + each.kbitPerSecond() + ",\"relativeStd\":" + each.relativeStd() + "}";
            case Traffic.Bursts each ->
                "{\"kind\":\"bursts\",\"burstsPerSecond\":" + each.burstsPerSecond() + ",\"bytesPerBurst\":"
                        + each.bytesPerBurst() + ",\"relativeStd\":" + each.relativeStd() + "}";
            case Traffic.Mixed each ->
                String.join(",", each.parts().stream().map(ScenarioJson::source).toList());
            case Traffic.Recorded each ->
                throw new IllegalArgumentException(
                        "recorded traffic (" + each.trace().name() + ") cannot be played in ns-3");
            case Traffic.PerUe _ ->
                throw new IllegalArgumentException("traffic of each UE's own cannot be played in ns-3");
        };
    }

    private static String loads(List<Disturbance> disturbances, int twin) {
        StringJoiner loads = new StringJoiner(",", "[", "]");
        for (Disturbance each : disturbances) {
            boolean touches = each.twin() == twin || each.twin() == Disturbance.CELL;
            if (touches && each.loadFactor() != 1) {
                loads.add("{\"fromMillis\":" + each.startMillis() + ",\"toMillis\":" + each.endMillis() + ",\"factor\":"
                        + each.loadFactor() + "}");
            }
        }
        return loads.toString();
    }
}
