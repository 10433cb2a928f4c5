package io.twinslice.lab.network;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.NetworkParameters;
import io.twinslice.ransim.RanNetwork;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What was seen of a network.
 *
 * @param cells the cells, in the order of the sites
 * @param sinrDb the 5th, 25th, 50th, 75th and 95th percentile over UEs and windows, without fast fading
 * @param handovers handovers
 * @param pingPongs of those, back within a second
 * @param seconds simulated
 */
record Tour(List<Cell> cells, List<Double> sinrDb, long handovers, long pingPongs, int seconds) {
    private static final int WINDOW_MILLIS = 100;
    private static final int[] PERCENTS = {5, 25, 50, 75, 95};

    /**
     * One cell.
     *
     * @param ues mean number of UEs
     * @param prbShare share of the PRBs in use, 0..1
     * @param cqi mean CQI over its UEs; 0 when it never had one
     * @param megabitPerSecond delivered
     * @param lateShare share of the packets that were late or given up, 0..1, for each twin
     */
    record Cell(double ues, double prbShare, double cqi, double megabitPerSecond, List<Double> lateShare) {}

    /** What adds up in a cell. */
    private static final class Sums {
        private double ues;
        private double prbs;
        private double cqi;
        private double kbit;
        private final long[] packets;
        private final long[] late;

        private Sums(int twins) {
            packets = new long[twins];
            late = new long[twins];
        }

        private void add(TwinSnapshot snapshot) {
            for (int twin = 0; twin < packets.length; twin++) {
                SliceReport report = snapshot.reports().get(twin);
                ues += report.activeUes();
                prbs += report.prbUsed();
                cqi += report.cqiMeanTenth() / 10.0 * report.activeUes();
                kbit += report.deliveredKbit();
                packets[twin] += report.packets();
                late[twin] += report.latePackets();
            }
        }

        private Cell cell(int windows, int prbCount) {
            List<Double> lateShare = new ArrayList<>();
            for (int twin = 0; twin < packets.length; twin++) {
                lateShare.add(packets[twin] == 0 ? 0 : late[twin] / (double) packets[twin]);
            }
            return new Cell(
                    ues / windows,
                    prbs / windows / prbCount,
                    ues == 0 ? 0 : cqi / ues,
                    kbit / (windows * WINDOW_MILLIS),
                    lateShare);
        }
    }

    /** Simulates a scene under equal guarantees in every cell. */
    static Tour of(Scene scene, int seconds, long seed, IntConsumer secondsDone) {
        NetworkParameters parameters = scene.parameters();
        RanNetwork network = new RanNetwork(parameters, scene.twins(), seed);
        int twins = scene.twins().size();
        List<Sums> sums = new ArrayList<>();
        for (int cell = 0; cell < network.cells(); cell++) {
            network.apply(cell, QuotaPlan.equalGuarantee(twins));
            sums.add(new Sums(twins));
        }
        int ues =
                parameters.cell().twins().stream().mapToInt(TwinParameters::ues).sum();
        int windows = seconds * 1000 / WINDOW_MILLIS;
        double[] sinr = new double[ues * windows];
        for (int window = 0; window < windows; window++) {
            List<TwinSnapshot> snapshots = network.runWindow(WINDOW_MILLIS);
            for (int cell = 0; cell < snapshots.size(); cell++) {
                sums.get(cell).add(snapshots.get(cell));
            }
            for (int ue = 0; ue < ues; ue++) {
                sinr[window * ues + ue] = network.sinrDb(ue);
            }
            secondsDone.accept((window + 1) * WINDOW_MILLIS / 1000);
        }
        Arrays.sort(sinr);
        List<Double> percentiles = Arrays.stream(PERCENTS)
                .mapToObj(percent -> sinr[(sinr.length - 1) * percent / 100])
                .toList();
        return new Tour(
                sums.stream()
                        .map(cell -> cell.cell(windows, parameters.cell().prbCount()))
                        .toList(),
                percentiles,
                network.handovers(),
                network.pingPongs(),
                seconds);
    }
}
