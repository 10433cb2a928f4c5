package io.twinslice.ransim;

import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import java.util.ArrayList;
import java.util.List;

/** Cells for the tests of this package. */
final class Cells {
    /** A channel on which nothing fails. */
    static final Radio CLEAR = new Radio(40, 0, 0, 100);

    static final Radio FADED = new Radio(14, 2, 3, 40);

    private Cells() {}

    static RanCell one(Traffic traffic, Radio radio, int ues, boolean freshestOnly, int deadlineMillis, long seed) {
        CellParameters parameters =
                new CellParameters(52, 1000, List.of(new TwinParameters(ues, traffic, radio, freshestOnly)), List.of());
        return new RanCell(parameters, profiles(1, deadlineMillis), seed);
    }

    static List<TwinProfile> profiles(int count, int deadlineMillis) {
        List<TwinProfile> profiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            profiles.add(new TwinProfile("twin-" + i, new Snssai(1, i), new Sla(deadlineMillis, 0.9, 50, 0), 1));
        }
        return profiles;
    }

    /** Four twins that want more than the cell has. */
    static CellParameters busy(int slotMicros) {
        return new CellParameters(
                52,
                slotMicros,
                List.of(
                        new TwinParameters(8, new Traffic.Periodic(10, 200, 1), FADED, true),
                        new TwinParameters(4, new Traffic.Poisson(300, 1200), FADED, false),
                        new TwinParameters(4, new Traffic.Bursts(5, 60_000, 0.3), FADED, false),
                        new TwinParameters(4, new Traffic.Video(60, 4000, 0.1), FADED, false)),
                List.of(
                        new Disturbance(300, 600, Disturbance.CELL, 1.5, -3, 0.7),
                        new Disturbance(400, 800, 1, 2, -5, 1)));
    }
}
