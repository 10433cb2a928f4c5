package io.twinslice.ransim.lte;

import java.util.Arrays;

/** What happened in one slice of a {@link PolicyCell} in one window. */
public final class PolicyWindow implements RlcQueue.Sink {
    /** Delays are counted in steps of this many milliseconds. */
    public static final double DELAY_STEP_MILLIS = 0.1;

    private static final int DELAYS = 20_000;

    private final int[] delays = new int[DELAYS];
    private int longest = -1;
    private long bytes;
    private int packets;
    private int drops;
    private int prbs;
    private int blocks;
    private int failures;
    private int cqiSum;
    private int lost;
    private int backlogMillis;

    PolicyWindow() {}

    void clear() {
        Arrays.fill(delays, 0, longest + 1, 0);
        longest = -1;
        bytes = 0;
        packets = 0;
        drops = 0;
        prbs = 0;
        blocks = 0;
        failures = 0;
        cqiSum = 0;
        lost = 0;
        backlogMillis = 0;
    }

    @Override
    public void delivered(double delayMillis, int size) {
        int step = (int) Math.min(DELAYS - 1.0, delayMillis / DELAY_STEP_MILLIS);
        delays[step]++;
        longest = Math.max(longest, step);
        bytes += size;
        packets++;
    }

    @Override
    public void dropped() {
        drops++;
    }

    void used(int count) {
        prbs += count;
    }

    void firstTransmission(boolean failed, int cqi) {
        blocks++;
        cqiSum += cqi;
        failures += failed ? 1 : 0;
    }

    void givenUp() {
        lost++;
    }

    void backlog() {
        backlogMillis++;
    }

    /** Octets of PDCP PDUs that arrived. */
    public long deliveredBytes() {
        return bytes;
    }

    /** Packets that arrived. */
    public int deliveredPackets() {
        return packets;
    }

    /** Packets that found their queue full. */
    public int droppedPackets() {
        return drops;
    }

    /** PRBs times TTIs that were used. */
    public int prbsUsed() {
        return prbs;
    }

    /** Blocks sent for the first time. */
    public int blocks() {
        return blocks;
    }

    /** Blocks whose first transmission failed. */
    public int failedBlocks() {
        return failures;
    }

    /** Milliseconds, summed over UEs, in which something was queued. */
    public int backlogMillis() {
        return backlogMillis;
    }

    /** Blocks given up after the last transmission. */
    public int lostBlocks() {
        return lost;
    }

    /** Mean CQI that the MCS of the blocks was chosen for; 0 without blocks. */
    public double meanBlockCqi() {
        return blocks == 0 ? 0 : cqiSum / (double) blocks;
    }

    /**
     * Adds the delays of this window to a histogram.
     *
     * @param edges bounds of the bins in milliseconds, rising
     * @param counts one more than {@code edges}: the last is of all that is longer
     */
    public void addDelays(double[] edges, long[] counts) {
        int bin = 0;
        for (int step = 0; step <= longest; step++) {
            while (bin < edges.length && (step + 0.5) * DELAY_STEP_MILLIS >= edges[bin]) {
                bin++;
            }
            counts[bin] += delays[step];
        }
    }
}
