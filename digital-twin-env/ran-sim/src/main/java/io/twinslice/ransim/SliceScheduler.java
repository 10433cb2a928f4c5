package io.twinslice.ransim;

import java.util.Arrays;

/**
 * The scheduler inside a slice: repetitions first, then new data by proportional fairness. A UE gets one transport
 * block per slot.
 */
final class SliceScheduler {
    /** Weight of the newest CQI period in a UE's average rate. */
    private static final double AVERAGE_WEIGHT = 0.05;

    private final TransportBlockSize sizes;
    private final Links links;
    private final PacketQueues queues;
    private final HarqProcesses harq;
    private final long[] luckKey;
    private final int[] need;
    private final double[] averageBits;
    private final double[] recentBits;
    private int arrivedBytes;

    SliceScheduler(int prbCount, int ues, Links links, PacketQueues queues, long seed) {
        sizes = new TransportBlockSize(prbCount);
        this.links = links;
        this.queues = queues;
        harq = new HarqProcesses(ues);
        luckKey = new long[ues];
        for (int ue = 0; ue < ues; ue++) {
            luckKey[ue] = Chance.key(seed, Purpose.DECODING, ue);
        }
        need = new int[ues];
        averageBits = new double[ues];
        recentBits = new double[ues];
        Arrays.fill(averageBits, 1);
    }

    /** PRBs that the UEs of a slice could use in this slot; {@link #serve} follows. */
    int demand(int from, int to, long slot, int limit) {
        int sum = 0;
        for (int ue = from; ue < to; ue++) {
            need[ue] = 0;
            int repetition = harq.duePrbs(ue, slot);
            if (repetition > 0) {
                sum += repetition;
            } else if (queues.unsentBytes(ue) > 0 && !harq.isFull(ue)) {
                need[ue] = sizes.prbsFor(links.mcs(ue), queues.unsentBytes(ue) * 8);
                sum += need[ue];
            }
        }
        return Math.min(sum, limit);
    }

    /** Spends a grant; returns the PRBs used. */
    int serve(int from, int to, long slot, long endMicros, int grant) {
        arrivedBytes = 0;
        int left = grant;
        for (int ue = from; ue < to && left > 0; ue++) {
            int repetition = harq.duePrbs(ue, slot);
            if (repetition > 0) {
                int prbs = Math.min(left, repetition);
                left -= prbs;
                arrivedBytes += harq.repeat(
                        ue, slot, prbs, links.snrDb(ue), Chance.uniform(luckKey[ue], slot), queues, endMicros);
            }
        }
        while (left > 0) {
            int ue = mostDeserving(from, to);
            if (ue < 0) {
                break;
            }
            int prbs = Math.min(left, need[ue]);
            left -= prbs;
            need[ue] = 0;
            transmit(ue, slot, endMicros, prbs);
        }
        return grant - left;
    }

    /** Forgets a UE that has left. */
    void clear(int ue) {
        harq.clear(ue);
        averageBits[ue] = 1;
        recentBits[ue] = 0;
    }

    /** Useful bytes that arrived in the last {@link #serve}. */
    int arrivedBytes() {
        return arrivedBytes;
    }

    private int mostDeserving(int from, int to) {
        int best = -1;
        double bestMetric = -1;
        for (int ue = from; ue < to; ue++) {
            if (need[ue] > 0) {
                double metric = sizes.bits(links.mcs(ue), 1) / (averageBits[ue] + recentBits[ue] * AVERAGE_WEIGHT);
                if (metric > bestMetric) {
                    bestMetric = metric;
                    best = ue;
                }
            }
        }
        return best;
    }

    private void transmit(int ue, long slot, long endMicros, int prbs) {
        int mcs = links.mcs(ue);
        int bits = sizes.bits(mcs, prbs);
        int carried = queues.take(ue, bits / 8);
        recentBits[ue] += bits;
        double snr = links.snrDb(ue);
        boolean arrived = Chance.uniform(luckKey[ue], slot) >= LinkTables.blockError(mcs, bits, snr);
        links.learn(ue, arrived);
        if (arrived) {
            arrivedBytes += carried;
            queues.deliver(ue, endMicros);
        } else {
            harq.keep(ue, slot, mcs, prbs, bits, carried, LinkTables.linearOf(snr), queues);
        }
    }

    /** Folds the last CQI period into the average rates. */
    void average() {
        for (int ue = 0; ue < averageBits.length; ue++) {
            averageBits[ue] += AVERAGE_WEIGHT * (recentBits[ue] - averageBits[ue]);
            recentBits[ue] = 0;
        }
    }

    long digest(long seed) {
        long hash = harq.digest(seed);
        return Chance.mix(hash + Arrays.hashCode(averageBits));
    }
}
