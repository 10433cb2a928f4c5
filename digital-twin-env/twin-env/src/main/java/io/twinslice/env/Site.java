package io.twinslice.env;

import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Radio;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.util.List;

/** The one site that all scenarios play on: four twins on a 10 MHz carrier (52 PRBs, 1 ms slots). */
final class Site {
    static final int FACTORY = 0;
    static final int VEHICLE = 1;
    static final int HEALTH = 2;
    static final int BUILDING = 3;

    private static final int OFF = Integer.MAX_VALUE;

    private Site() {}

    static List<TwinProfile> twins() {
        return List.of(
                new TwinProfile("factory", new Snssai(2, 1), new Sla(5, 0.97, 30, 0), 4),
                new TwinProfile("vehicle", new Snssai(4, 1), new Sla(20, 0.95, 150, 0), 2),
                new TwinProfile("health", new Snssai(1, 1), new Sla(250, 0, 2000, 6000), 2),
                new TwinProfile("building", new Snssai(1, 2), new Sla(15, 0.9, OFF, 0), 1));
    }

    static CellParameters cell() {
        return new CellParameters(52, 1000, List.of(factory(false), vehicle(), health(), building()), List.of());
    }

    static TwinParameters factory(boolean inPhase) {
        return new TwinParameters(10, new Traffic.Periodic(10, 200, 0.5, inPhase), new Radio(17, 1.5, 1.5, 200), true);
    }

    static TwinParameters vehicle() {
        return new TwinParameters(
                6,
                new Traffic.Mixed(List.of(new Traffic.Periodic(50, 350, 5), new Traffic.Poisson(40, 1000))),
                new Radio(14, 2, 2.5, 40),
                false);
    }

    static TwinParameters health() {
        return new TwinParameters(
                4,
                new Traffic.Mixed(List.of(new Traffic.Periodic(500, 200, 20), new Traffic.Video(30, 3000, 0.2))),
                new Radio(17, 2, 2, 100),
                false);
    }

    static TwinParameters building() {
        return new TwinParameters(3, new Traffic.Video(60, 2800, 0.105), new Radio(17, 1.5, 2, 100), false);
    }
}
