package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.FadingProfile;
import io.twinslice.ransim.lte.PolicyQuota;
import java.util.List;
import java.util.Optional;

/**
 * One recorded run of the network simulator.
 *
 * @param fading empty when there was none
 * @param firstMillis simulated time at which the first interval begins
 * @param fadingMetresPerSecond speed of the fading, above 0
 * @param slices in the order of the quotas
 * @param schedule quotas and when they came into force, in order of time
 */
record Ns3Trace(
        String name,
        int firstMillis,
        Optional<FadingProfile> fading,
        double fadingMetresPerSecond,
        List<Slice> slices,
        List<Change> schedule) {
    /** Length of a reported interval. */
    static final int INTERVAL_MILLIS = 100;

    /** Bounds of the delay bins; the last bin has no upper bound. */
    static final double[] DELAY_EDGES = {
        1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, 500, 1000
    };

    static final int CQIS = 16;

    Ns3Trace {
        slices = List.copyOf(slices);
        schedule = List.copyOf(schedule);
    }

    /** What is sent to a slice. */
    enum Traffic {
        CBR,
        POISSON,
        PERIODIC,
        FTP,
        SYNC
    }

    /**
     * A slice: its scenario and what was reported.
     *
     * @param syncBytes of a burst of each UE; 0 without such bursts
     * @param fileBytes of a file; 0 without files
     * @param metresPerSecond speed of the UEs
     * @param farthestMetres outer radius of the ring that the UEs are in
     */
    record Slice(
            String name,
            Traffic traffic,
            int ues,
            int packetBytes,
            int syncBytes,
            int fileBytes,
            double metresPerSecond,
            double farthestMetres,
            Reports reports) {}

    /** Quotas from a time on. */
    record Change(int millis, List<PolicyQuota> quotas) {
        Change {
            quotas = List.copyOf(quotas);
        }
    }

    /** What was reported of a slice, by interval. */
    static final class Reports {
        final double[] throughputMbps;
        final double[] offeredMbps;
        final int[] sentPackets;
        final int[] droppedPackets;
        final double[] prbShare;
        final double[] backlog;
        final int[][] delays;
        final int[][] cqis;
        private int filled;

        Reports(int intervals) {
            throughputMbps = new double[intervals];
            offeredMbps = new double[intervals];
            sentPackets = new int[intervals];
            droppedPackets = new int[intervals];
            prbShare = new double[intervals];
            backlog = new double[intervals];
            delays = new int[intervals][DELAY_EDGES.length + 1];
            cqis = new int[intervals][CQIS];
        }

        int filled() {
            return filled;
        }

        void next() {
            filled++;
        }
    }

    /** Reported intervals. */
    int intervals() {
        return slices.getFirst().reports().filled();
    }
}
