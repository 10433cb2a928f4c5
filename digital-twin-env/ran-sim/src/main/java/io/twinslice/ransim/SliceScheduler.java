package io.twinslice.ransim;

import java.util.Arrays;

/**
 * The schedulers inside the slices: repetitions first, then new data in the order of {@link IntraSlice}. A UE gets one
 * transport block per slot. Only UEs that have something to send cost time.
 */
final class SliceScheduler {
    /** Weight of the newest CQI period in a UE's average rate. */
    private static final double AVERAGE_WEIGHT = 0.05;

    private static final int SERVED = 0;

    private final Roster roster;
    private final TransportBlockSize sizes;
    private final IntraSlice[] order;
    private final Links links;
    private final PacketQueues queues;
    private final HarqProcesses harq;
    private long[] luckKey;
    private final double[] averageBits;
    private final double[] recentBits;
    /** Per twin, the UE that round robin served last. */
    private final int[] lastTurn;

    /** UEs that can use PRBs in this slot, twin by twin; inverted when what they need is a repetition. */
    private final int[] ready;

    private final int[] need;
    private final int[] firstReady;
    private final int[] wanted;
    /** Of each ready UE, when PRBs are short: bits of a PRB now, and its average. */
    private final double[] bitsNow;

    private final double[] bitsBefore;
    private int arrivedBytes;

    SliceScheduler(CellParameters parameters, Roster roster, Links links, PacketQueues queues, long seed) {
        this.roster = roster;
        sizes = TransportBlockSize.ofCarrier(parameters.prbCount());
        order = parameters.twins().stream().map(TwinParameters::intraSlice).toArray(IntraSlice[]::new);
        this.links = links;
        this.queues = queues;
        harq = new HarqProcesses(parameters, roster);
        int ues = roster.ues();
        luckKey = new long[ues];
        for (int ue = 0; ue < ues; ue++) {
            luckKey[ue] = Chance.key(seed, Purpose.DECODING, ue);
        }
        averageBits = new double[ues];
        recentBits = new double[ues];
        lastTurn = new int[roster.twins()];
        Arrays.fill(averageBits, 1);
        ready = new int[ues];
        need = new int[ues];
        firstReady = new int[roster.twins() + 1];
        wanted = new int[roster.twins()];
        bitsNow = new double[ues];
        bitsBefore = new double[ues];
    }

    /** A copy that goes on by itself. */
    SliceScheduler(SliceScheduler other, Links links, PacketQueues queues) {
        roster = other.roster;
        sizes = other.sizes;
        order = other.order;
        this.links = links;
        this.queues = queues;
        harq = new HarqProcesses(other.harq);
        luckKey = other.luckKey;
        averageBits = other.averageBits.clone();
        recentBits = other.recentBits.clone();
        lastTurn = other.lastTurn.clone();
        ready = new int[other.ready.length];
        need = new int[other.need.length];
        firstReady = new int[other.firstReady.length];
        wanted = new int[other.wanted.length];
        bitsNow = new double[other.bitsNow.length];
        bitsBefore = new double[other.bitsBefore.length];
    }

    /** Draws from another seed from now on. */
    void reseed(long seed) {
        luckKey = Arrays.stream(luckKey).map(old -> Chance.rekeyed(old, seed)).toArray();
    }

    /**
     * Finds out what the slices could use in this slot; {@link #serve} follows.
     *
     * @param limit PRBs of the cell; more than these are not asked for
     * @param demand receives the PRBs of each slice
     * @return whether there is anything to do
     */
    boolean demand(long slot, int limit, int[] demand) {
        int count = 0;
        for (int twin = 0; twin < demand.length; twin++) {
            firstReady[twin] = count;
            int sum = 0;
            for (int word = roster.firstWord(twin); word < roster.endWord(twin); word++) {
                long backlogged = queues.backlogged().word(word);
                long waiting = harq.waitingUes().word(word);
                for (long left = backlogged | waiting; left != 0; left &= left - 1) {
                    long bit = left & -left;
                    int ue = roster.lowest(word, left);
                    int prbs = (waiting & bit) == 0 ? 0 : harq.duePrbs(ue, slot);
                    if (prbs > 0) {
                        ready[count] = ~ue;
                    } else if ((backlogged & bit) != 0 && ((waiting & bit) == 0 || !harq.isFull(ue))) {
                        ready[count] = ue;
                        prbs = sizes.prbsFor(links.mcs(ue), queues.unsentBytes(ue) * 8);
                    } else {
                        continue;
                    }
                    need[count++] = prbs;
                    sum += prbs;
                }
            }
            wanted[twin] = sum;
            demand[twin] = Math.min(sum, limit);
        }
        firstReady[demand.length] = count;
        return count > 0;
    }

    /** Spends a grant; returns the PRBs used. */
    int serve(int twin, long slot, long endMicros, int grant) {
        arrivedBytes = 0;
        int from = firstReady[twin];
        int to = firstReady[twin + 1];
        if (wanted[twin] <= grant) {
            // Enough for all: the order does not matter.
            for (int i = from; i < to; i++) {
                send(i, need[i], slot, endMicros);
            }
            return wanted[twin];
        }
        int left = grant;
        for (int i = from; i < to && left > 0; i++) {
            if (ready[i] < 0) {
                left -= send(i, Math.min(left, need[i]), slot, endMicros);
            }
        }
        return grant
                - switch (order[twin]) {
                    case PROPORTIONAL_FAIR -> serveFairly(from, to, left, slot, endMicros);
                    case ROUND_ROBIN -> serveInTurn(twin, left, slot, endMicros);
                };
    }

    /** New data by rate over average rate; returns the PRBs that are left. */
    private int serveFairly(int from, int to, int grant, long slot, long endMicros) {
        int left = grant;
        if (left > 0 && to - from == 1 && ready[from] >= 0) {
            return left - send(from, Math.min(left, need[from]), slot, endMicros);
        }
        for (int i = from; i < to; i++) {
            int ue = ready[i];
            if (ue >= 0) {
                bitsNow[i] = sizes.bits(links.mcs(ue), 1);
                bitsBefore[i] = averageBits[ue] + recentBits[ue] * AVERAGE_WEIGHT;
            } else {
                need[i] = SERVED;
            }
        }
        while (left > 0) {
            int best = -1;
            double bestNow = -1;
            double bestBefore = 1;
            for (int i = from; i < to; i++) {
                // now / before > bestNow / bestBefore, without dividing
                if (need[i] != SERVED && bitsNow[i] * bestBefore > bestNow * bitsBefore[i]) {
                    best = i;
                    bestNow = bitsNow[i];
                    bestBefore = bitsBefore[i];
                }
            }
            if (best < 0) {
                break;
            }
            left -= send(best, Math.min(left, need[best]), slot, endMicros);
            need[best] = SERVED;
        }
        return left;
    }

    /** New data in the order of the UEs, beginning after the one served last; returns the PRBs that are left. */
    private int serveInTurn(int twin, int grant, long slot, long endMicros) {
        int left = grant;
        int from = firstReady[twin];
        int to = firstReady[twin + 1];
        int start = from;
        while (start < to && (ready[start] < 0 || ready[start] <= lastTurn[twin])) {
            start++;
        }
        for (int step = 0; step < to - from && left > 0; step++) {
            int i = start + step < to ? start + step : start + step - (to - from);
            if (ready[i] >= 0) {
                lastTurn[twin] = ready[i];
                left -= send(i, Math.min(left, need[i]), slot, endMicros);
            }
        }
        return left;
    }

    /** Useful bytes that arrived in the last {@link #serve}. */
    int arrivedBytes() {
        return arrivedBytes;
    }

    private int send(int i, int prbs, long slot, long endMicros) {
        int ue = ready[i];
        if (ue < 0) {
            double luck = Chance.uniform(luckKey[~ue], slot);
            arrivedBytes += harq.repeat(~ue, slot, prbs, links.snrDb(~ue), luck, queues, endMicros);
        } else {
            transmit(ue, slot, endMicros, prbs);
        }
        return prbs;
    }

    private void transmit(int ue, long slot, long endMicros, int prbs) {
        int mcs = links.mcs(ue);
        int bits = sizes.bits(mcs, prbs);
        recentBits[ue] += bits;
        double snr = links.snrDb(ue);
        boolean arrived = Chance.uniform(luckKey[ue], slot) >= LinkTables.blockError(mcs, bits, snr);
        links.learn(ue, arrived);
        if (arrived) {
            arrivedBytes += queues.pass(ue, bits >> 3, endMicros);
        } else {
            int carried = queues.take(ue, bits >> 3);
            harq.keep(ue, slot, mcs, prbs, bits, carried, LinkTables.linearOf(snr), queues);
        }
    }

    /** Hands HARQ what RLC sends again, at the MCS of now, or at the lowest above it that fits into the carrier. */
    void redeliver(long slot) {
        LostBlocks lost = harq.lost();
        if (lost.isUnused()) {
            return;
        }
        for (int ue = 0; ue < averageBits.length; ue++) {
            while (lost.isDue(ue, slot) && !harq.isFull(ue)) {
                int wanted = lost.dueBytes(ue) * 8;
                int mcs = links.mcs(ue);
                int prbs = sizes.prbsFor(mcs, wanted);
                while (sizes.bits(mcs, prbs) < wanted && !LinkTables.isHighest(mcs)) {
                    mcs++;
                }
                lost.resume(ue, slot, mcs, prbs, sizes.bits(mcs, prbs), harq);
            }
        }
    }

    /** Folds the last CQI period into the average rates. */
    void average() {
        for (int ue = 0; ue < averageBits.length; ue++) {
            averageBits[ue] += AVERAGE_WEIGHT * (recentBits[ue] - averageBits[ue]);
            recentBits[ue] = 0;
        }
    }

    /** Forgets a UE that has left. */
    void clear(int ue) {
        harq.clear(ue);
        averageBits[ue] = 1;
        recentBits[ue] = 0;
    }

    long digest(long seed) {
        long hash = harq.digest(seed);
        hash = Chance.mix(hash + Arrays.hashCode(luckKey));
        hash = Chance.mix(hash + Arrays.hashCode(lastTurn));
        hash = Chance.mix(hash + Arrays.hashCode(recentBits));
        return Chance.mix(hash + Arrays.hashCode(averageBits));
    }
}
