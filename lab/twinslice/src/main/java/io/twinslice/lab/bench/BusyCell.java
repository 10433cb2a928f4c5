package io.twinslice.lab.bench;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Radio;
import io.twinslice.ransim.RanCell;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.util.List;

/**
 * A cell at work: four tenths of the UEs are machines whose state is kept in step every 10 ms, three tenths send events
 * at random, three tenths watch video, and the video fills the carrier to about 70 %. Each kind is a slice.
 *
 * @param ues connected UEs, at least 5
 * @param prbs PRBs of the carrier
 * @param slotMicros slot length, 1000 or 500
 * @param videoKbit rate of one video
 */
record BusyCell(int ues, int prbs, int slotMicros, int videoKbit) {
    private static final long SEED = 20;
    private static final Radio NEAR = new Radio(17, 1.5, 2, 100);
    private static final Radio MOVING = new Radio(14, 2, 2.5, 40);

    /** The sizes that are reported. */
    static List<BusyCell> standard() {
        return List.of(
                new BusyCell(6, 52, 1000, 5800),
                new BusyCell(20, 106, 1000, 5000),
                new BusyCell(23, 52, 1000, 1400),
                new BusyCell(40, 273, 500, 15000),
                new BusyCell(200, 273, 500, 2100));
    }

    RanCell start() {
        int machines = ues * 4 / 10;
        int events = ues * 3 / 10;
        CellParameters parameters = new CellParameters(
                prbs,
                slotMicros,
                List.of(
                        new TwinParameters(machines, new Traffic.Periodic(10, 200, 0.5), NEAR, true),
                        new TwinParameters(events, new Traffic.Poisson(100, 1000), MOVING, false),
                        new TwinParameters(
                                ues - machines - events, new Traffic.Video(60, videoKbit, 0.105), NEAR, false)),
                List.of());
        RanCell cell = new RanCell(
                parameters, List.of(twin("machines", 1, 10), twin("events", 2, 20), twin("video", 3, 15)), SEED);
        cell.apply(new QuotaPlan(List.of(new PrbQuota(5, 20, 100), new PrbQuota(0, 30, 100), new PrbQuota(0, 50, 90))));
        return cell;
    }

    private static TwinProfile twin(String name, int sd, int deadlineMillis) {
        return new TwinProfile(name, new Snssai(1, sd), new Sla(deadlineMillis, 0.9, 50, 0), 1);
    }
}
