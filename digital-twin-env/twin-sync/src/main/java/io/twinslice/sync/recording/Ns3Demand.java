package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.PolicyCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Turns what was offered to a slice, interval by interval, into packets: how many there were and how many octets is
 * given, which UE they were for and when they came is drawn.
 */
final class Ns3Demand {
    /** IP, UDP and PDCP. */
    static final int OVERHEAD = 30;

    private static final int BURST_PACKET_BYTES = 1200;
    private static final double BURST_MILLIS = 2;
    private static final double FILE_PACKET_MILLIS = 0.1;

    private final Ns3Trace.Slice slice;
    private final int firstUe;
    private final RandomGenerator random;
    private final List<Packet> packets = new ArrayList<>();
    private int turn;
    private int fileLeft;
    private int fileUe;

    private record Packet(double millis, int ue, int bytes) {}

    Ns3Demand(Ns3Trace.Slice slice, int firstUe, RandomGenerator random) {
        this.slice = slice;
        this.firstUe = firstUe;
        this.random = random;
    }

    /** Offers the packets of an interval to the cell. */
    void offer(int interval, PolicyCell cell) {
        packets.clear();
        double begin = interval * (double) Ns3Trace.INTERVAL_MILLIS;
        int count = slice.reports().sentPackets[interval];
        double bytes = slice.reports().offeredMbps[interval] * 1e3 * Ns3Trace.INTERVAL_MILLIS / 8;
        switch (slice.traffic()) {
            case CBR, PERIODIC -> {
                for (int i = 0; i < count; i++) {
                    packets.add(new Packet(
                            begin + (i + 0.5) * Ns3Trace.INTERVAL_MILLIS / count,
                            turn++ % slice.ues(),
                            slice.packetBytes()));
                }
            }
            case POISSON -> scatter(begin, count);
            case SYNC -> sync(begin, count, bytes);
            case FTP -> files(begin, count);
        }
        packets.sort(Comparator.comparingDouble(Packet::millis));
        for (Packet packet : packets) {
            cell.offer(firstUe + packet.ue, packet.millis, packet.bytes + OVERHEAD);
        }
    }

    private void scatter(double begin, int count) {
        for (int i = 0; i < count; i++) {
            packets.add(new Packet(
                    begin + Ns3Trace.INTERVAL_MILLIS * random.nextDouble(),
                    random.nextInt(slice.ues()),
                    slice.packetBytes()));
        }
    }

    /** Octets beyond small packets are bursts of known size, each to one UE. */
    private void sync(double begin, int count, double bytes) {
        double extra = bytes - (double) count * slice.packetBytes();
        int scattered = count;
        if (extra > slice.packetBytes()) {
            // The size of a burst is a multiple of the usual one while traffic is raised.
            int bursts = slice.ues();
            double burstBytes = slice.syncBytes();
            int parts = parts(burstBytes);
            double gain = burstBytes - parts * (double) slice.packetBytes();
            double factor = Math.max(1, Math.rint(extra / (bursts * gain)));
            burstBytes *= factor;
            parts = parts(burstBytes);
            scattered = Math.max(0, count - bursts * parts);
            for (int ue = 0; ue < bursts; ue++) {
                double at = begin + BURST_MILLIS * random.nextDouble();
                for (int part = 0; part < parts; part++) {
                    packets.add(new Packet(at, ue, (int) (burstBytes / parts)));
                }
            }
        }
        scatter(begin, scattered);
    }

    private static int parts(double burstBytes) {
        return (int) Math.ceil(burstBytes / BURST_PACKET_BYTES);
    }

    private void files(double begin, int count) {
        int left = count;
        double at = begin;
        while (left > 0) {
            if (fileLeft == 0) {
                fileLeft = Math.max(1, (slice.fileBytes() + slice.packetBytes() - 1) / slice.packetBytes());
                fileUe = random.nextInt(slice.ues());
                double latest = begin + Ns3Trace.INTERVAL_MILLIS - FILE_PACKET_MILLIS * left;
                at += Math.max(0, latest - at) * (fileLeft > left ? 1 : random.nextDouble());
            }
            int now = Math.min(left, fileLeft);
            for (int i = 0; i < now; i++, at += FILE_PACKET_MILLIS) {
                packets.add(new Packet(at, fileUe, slice.packetBytes()));
            }
            fileLeft -= now;
            left -= now;
        }
    }
}
