package io.twinslice.ransim;

import java.util.List;

/**
 * Transport blocks that failed and wait for their next transmission, oldest first, per UE.
 *
 * <p>Chase combining: the linear SNR of all transmissions adds up. A repetition on fewer PRBs than the first adds that
 * share of its energy, so that a block sent before a quota shrank still gets through. What the last transmission loses
 * goes to {@link LostBlocks}.
 */
final class HarqProcesses {
    /** Processes of a UE (TS 38.214 default). */
    static final int PROCESSES = 16;

    private final int[] maxTransmissions;
    private final int[] roundTripSlots;
    private final double[] redundancyGain;
    private final LostBlocks lost;
    private final long[] dueSlot;
    private final int[] mcs;
    private final int[] prbs;
    private final int[] bits;
    private final int[] bytes;
    private final int[] transmissions;
    private final int[] redeliveries;
    private final double[] linearSnr;
    private final int[] firstPacket;
    private final int[] lastPacket;
    private final int[] firstBytes;
    private final int[] lastBytes;
    private final int[] head;
    private final int[] waiting;

    HarqProcesses(List<TwinParameters> twins, int slotMicros) {
        int ues = twins.stream().mapToInt(TwinParameters::ues).sum();
        maxTransmissions = new int[ues];
        roundTripSlots = new int[ues];
        redundancyGain = new double[ues];
        int ue = 0;
        for (TwinParameters twin : twins) {
            Harq harq = twin.link().harq();
            for (int end = ue + twin.ues(); ue < end; ue++) {
                maxTransmissions[ue] = harq.transmissions();
                roundTripSlots[ue] = harq.roundTripSlots();
                redundancyGain[ue] = harq.redundancyGainDb();
            }
        }
        lost = new LostBlocks(twins, slotMicros);
        int places = ues * PROCESSES;
        dueSlot = new long[places];
        mcs = new int[places];
        prbs = new int[places];
        bits = new int[places];
        bytes = new int[places];
        transmissions = new int[places];
        redeliveries = new int[places];
        linearSnr = new double[places];
        firstPacket = new int[places];
        lastPacket = new int[places];
        firstBytes = new int[places];
        lastBytes = new int[places];
        head = new int[ues];
        waiting = new int[ues];
    }

    LostBlocks lost() {
        return lost;
    }

    boolean isFull(int ue) {
        return waiting[ue] == PROCESSES;
    }

    void clear(int ue) {
        waiting[ue] = 0;
        lost.clear(ue);
    }

    /** PRBs of the repetition that is due, or 0. */
    int duePrbs(int ue, long slot) {
        int at = ue * PROCESSES + head[ue];
        return waiting[ue] > 0 && dueSlot[at] <= slot ? prbs[at] : 0;
    }

    /** Keeps the block that {@code queues} took last and that failed in this slot. */
    void keep(
            int ue,
            long slot,
            int blockMcs,
            int blockPrbs,
            int blockBits,
            int carried,
            double linear,
            PacketQueues queues) {
        int at = ue * PROCESSES + (head[ue] + waiting[ue]++) % PROCESSES;
        dueSlot[at] = slot + roundTripSlots[ue];
        mcs[at] = blockMcs;
        prbs[at] = blockPrbs;
        bits[at] = blockBits;
        bytes[at] = carried;
        transmissions[at] = 1;
        redeliveries[at] = 0;
        linearSnr[at] = linear;
        firstPacket[at] = queues.firstPacket();
        lastPacket[at] = queues.lastPacket();
        firstBytes[at] = queues.firstBytes();
        lastBytes[at] = queues.lastBytes();
        if (maxTransmissions[ue] == 1) {
            waiting[ue]--;
            giveUp(ue, slot, at, queues);
        }
    }

    /** Takes back a block that RLC sends again; it is due now, before all others. There must be room for it. */
    void resume(
            int ue,
            long slot,
            int blockMcs,
            int blockPrbs,
            int blockBits,
            int carried,
            int redelivery,
            int first,
            int last,
            int bytesOfFirst,
            int bytesOfLast) {
        head[ue] = (head[ue] + PROCESSES - 1) % PROCESSES;
        waiting[ue]++;
        int at = ue * PROCESSES + head[ue];
        dueSlot[at] = slot;
        mcs[at] = blockMcs;
        prbs[at] = blockPrbs;
        bits[at] = blockBits;
        bytes[at] = carried;
        transmissions[at] = 0;
        redeliveries[at] = redelivery;
        linearSnr[at] = 0;
        firstPacket[at] = first;
        lastPacket[at] = last;
        firstBytes[at] = bytesOfFirst;
        lastBytes[at] = bytesOfLast;
    }

    /**
     * Repeats the block that is due.
     *
     * @param grantedPrbs at least 1 and at most {@link #duePrbs}
     * @param luck uniform draw of this UE and slot
     * @return bytes that arrived, 0 when the block failed again
     */
    int repeat(int ue, long slot, int grantedPrbs, double snrDb, double luck, PacketQueues queues, long endMicros) {
        int at = ue * PROCESSES + head[ue];
        linearSnr[at] += LinkTables.linearOf(snrDb) * grantedPrbs / prbs[at];
        transmissions[at]++;
        double gain = transmissions[at] > 1 ? redundancyGain[ue] : 0;
        double combined = LinkTables.decibelsOf(linearSnr[at]) + gain;
        boolean arrived = luck >= LinkTables.blockError(mcs[at], bits[at], combined);
        if (!arrived && transmissions[at] < maxTransmissions[ue]) {
            dueSlot[at] = slot + roundTripSlots[ue];
            moveToEnd(ue, at);
            return 0;
        }
        head[ue] = (head[ue] + 1) % PROCESSES;
        waiting[ue]--;
        if (!arrived) {
            giveUp(ue, slot, at, queues);
            return 0;
        }
        queues.deliver(ue, firstPacket[at], lastPacket[at], firstBytes[at], lastBytes[at], endMicros);
        return bytes[at];
    }

    /** Gives a block with no transmission left to RLC, or drops it. */
    private void giveUp(int ue, long slot, int at, PacketQueues queues) {
        if (!lost.keep(
                ue,
                slot,
                redeliveries[at],
                bytes[at],
                firstPacket[at],
                lastPacket[at],
                firstBytes[at],
                lastBytes[at])) {
            queues.lose(ue, firstPacket[at], lastPacket[at]);
        }
    }

    /** Keeps the ring sorted by due slot: what failed last is due last. */
    private void moveToEnd(int ue, int from) {
        int to = ue * PROCESSES + (head[ue] + waiting[ue]) % PROCESSES;
        head[ue] = (head[ue] + 1) % PROCESSES;
        if (to == from) {
            return;
        }
        dueSlot[to] = dueSlot[from];
        mcs[to] = mcs[from];
        prbs[to] = prbs[from];
        bits[to] = bits[from];
        bytes[to] = bytes[from];
        transmissions[to] = transmissions[from];
        redeliveries[to] = redeliveries[from];
        linearSnr[to] = linearSnr[from];
        firstPacket[to] = firstPacket[from];
        lastPacket[to] = lastPacket[from];
        firstBytes[to] = firstBytes[from];
        lastBytes[to] = lastBytes[from];
    }

    long digest(long seed) {
        long hash = lost.digest(seed);
        for (int ue = 0; ue < head.length; ue++) {
            hash = Chance.mix(hash + waiting[ue]);
            for (int i = 0; i < waiting[ue]; i++) {
                int at = ue * PROCESSES + (head[ue] + i) % PROCESSES;
                hash = Chance.mix(hash + dueSlot[at] * 31 + bytes[at]);
                hash = Chance.mix(hash + Double.doubleToLongBits(linearSnr[at]));
            }
        }
        return hash;
    }
}
