package io.twinslice.lab.network;

import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.HandoverRule;
import io.twinslice.ransim.Layout;
import io.twinslice.ransim.Layout.Point;
import io.twinslice.ransim.LinkProfile;
import io.twinslice.ransim.Mobility;
import io.twinslice.ransim.NetworkParameters;
import io.twinslice.ransim.Radio;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import io.twinslice.ransim.propagation.DelayProfile;
import io.twinslice.ransim.propagation.Factory;
import io.twinslice.ransim.propagation.UrbanMacro;
import io.twinslice.ransim.propagation.UrbanMicro;
import java.util.List;

/** The networks that can be watched. */
enum Scene {
    /** Seven macro cells, 500 m apart: vehicles at 50 km/h, meters behind walls, video at rest. */
    MACRO,
    /** Three cells along a street, 200 m apart: a platoon there and back, and pedestrians. */
    STREET,
    /** Six cells under the roof of a factory hall, 40 m apart: vehicles that are steered, and cameras. */
    HALL;

    private static final double CITY_GHZ = 3.5;
    private static final double NOISE_FIGURE_DB = 9;
    private static final int OFF = Integer.MAX_VALUE;

    /** What is simulated. */
    NetworkParameters parameters() {
        return switch (this) {
            case MACRO -> macro();
            case STREET -> street();
            case HALL -> hall();
        };
    }

    /** Whose promises count. */
    List<TwinProfile> twins() {
        return switch (this) {
            case MACRO ->
                List.of(
                        twin("vehicle", 4, 1, new Sla(50, 0.95, 200, 0)),
                        twin("meter", 3, 1, new Sla(2000, 0.95, OFF, 0)),
                        twin("video", 1, 1, new Sla(100, 0.9, OFF, 0)));
            case STREET ->
                List.of(
                        twin("platoon", 4, 1, new Sla(25, 0.9, 150, 0)),
                        twin("pedestrian", 1, 1, new Sla(100, 0.9, OFF, 0)));
            case HALL ->
                List.of(
                        twin("vehicle", 2, 1, new Sla(10, 0.99, 50, 0)),
                        twin("camera", 1, 1, new Sla(50, 0.95, OFF, 0)));
        };
    }

    private static TwinProfile twin(String name, int sst, int sd, Sla sla) {
        return new TwinProfile(name, new Snssai(sst, sd), sla, 1);
    }

    private static NetworkParameters macro() {
        Radio vehicular = faded(DelayProfile.EVA, 10, 100);
        Traffic stream = new Traffic.Mixed(List.of(new Traffic.Periodic(50, 350, 5), new Traffic.Poisson(40, 1000)));
        return new NetworkParameters(
                new CellParameters(
                        52,
                        1000,
                        List.of(
                                new TwinParameters(28, stream, vehicular, false),
                                new TwinParameters(42, new Traffic.Periodic(1000, 100, 50), vehicular, true),
                                new TwinParameters(14, new Traffic.Video(30, 2000, 0.2), vehicular, false)),
                        List.of()),
                Layout.hexagon(1, 500),
                new UrbanMacro(CITY_GHZ),
                46,
                NOISE_FIGURE_DB,
                List.of(new Mobility.RandomWaypoint(50, 0), new Mobility.Resting(true), new Mobility.Resting(false)),
                HandoverRule.USUAL);
    }

    private static NetworkParameters street() {
        Radio radio = faded(DelayProfile.EVA, 10, 50);
        Layout layout = new Layout(
                List.of(new Point(100, 20), new Point(300, 20), new Point(500, 20)),
                new Point(0, -15),
                new Point(600, 15));
        return new NetworkParameters(
                new CellParameters(
                        52,
                        1000,
                        List.of(
                                new TwinParameters(8, new Traffic.Periodic(33, 400, 2), radio, true),
                                new TwinParameters(15, new Traffic.Video(30, 1500, 0.2), radio, false)),
                        List.of()),
                layout,
                new UrbanMicro(CITY_GHZ),
                38,
                NOISE_FIGURE_DB,
                List.of(
                        new Mobility.Platoon(50, 15, new Point(0, 0), new Point(600, 0)),
                        new Mobility.RandomWaypoint(3, 5000)),
                HandoverRule.USUAL);
    }

    private static NetworkParameters hall() {
        Radio radio = faded(DelayProfile.EPA, 20, 200);
        return new NetworkParameters(
                new CellParameters(
                        51,
                        500,
                        List.of(
                                new TwinParameters(18, new Traffic.Periodic(10, 64, 0.5), radio, true)
                                        .withLink(LinkProfile.URLLC),
                                new TwinParameters(12, new Traffic.Video(30, 4000, 0.2), radio, false)),
                        List.of()),
                Layout.hall(3, 2, 40),
                new Factory(Factory.Hall.SPARSE_HIGH, 3.7),
                24,
                NOISE_FIGURE_DB,
                List.of(new Mobility.RandomWaypoint(7, 2000), new Mobility.Resting(false)),
                HandoverRule.USUAL);
    }

    /** The mean follows from geometry; two antennas at the UE. */
    private static Radio faded(DelayProfile profile, double bandwidthMhz, double coherenceMillis) {
        return new Radio(0, 0, profile.fadingDb(bandwidthMhz, 2), coherenceMillis);
    }
}
