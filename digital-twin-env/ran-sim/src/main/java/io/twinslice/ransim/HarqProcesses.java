package io.twinslice.ransim;

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

    private static final int MASK = PROCESSES - 1;

    private final int[] maxTransmissions;
    private final int[] roundTripSlots;
    private final double[] redundancyGain;
    private final LostBlocks lost;
    private final UeSet waitingUes;
    private final long[] dueSlot;
    private final double[] linearSnr;
    private final int[] mcs;
    private final int[] prbs;
    private final int[] bits;
    private final int[] bytes;
    private final int[] transmissions;
    private final int[] redeliveries;
    private final int[] firstPacket;
    private final int[] lastPacket;
    private final int[] firstBytes;
    private final int[] lastBytes;
    private final int[] head;
    private final int[] waiting;

    HarqProcesses(CellParameters parameters, Roster roster) {
        maxTransmissions = new int[roster.ues()];
        roundTripSlots = new int[roster.ues()];
        redundancyGain = new double[roster.ues()];
        for (int ue = 0; ue < roster.ues(); ue++) {
            Harq harq = parameters.twins().get(roster.twinOf(ue)).link().harq();
            maxTransmissions[ue] = harq.transmissions();
            roundTripSlots[ue] = harq.roundTripSlots();
            redundancyGain[ue] = harq.redundancyGainDb();
        }
        lost = new LostBlocks(parameters, roster);
        int places = roster.ues() * PROCESSES;
        waitingUes = new UeSet(roster);
        dueSlot = new long[places];
        linearSnr = new double[places];
        mcs = new int[places];
        prbs = new int[places];
        bits = new int[places];
        bytes = new int[places];
        transmissions = new int[places];
        redeliveries = new int[places];
        firstPacket = new int[places];
        lastPacket = new int[places];
        firstBytes = new int[places];
        lastBytes = new int[places];
        head = new int[roster.ues()];
        waiting = new int[roster.ues()];
    }

    /** A copy that goes on by itself. */
    HarqProcesses(HarqProcesses other) {
        maxTransmissions = other.maxTransmissions;
        roundTripSlots = other.roundTripSlots;
        redundancyGain = other.redundancyGain;
        lost = new LostBlocks(other.lost);
        waitingUes = new UeSet(other.waitingUes);
        dueSlot = other.dueSlot.clone();
        linearSnr = other.linearSnr.clone();
        mcs = other.mcs.clone();
        prbs = other.prbs.clone();
        bits = other.bits.clone();
        bytes = other.bytes.clone();
        transmissions = other.transmissions.clone();
        redeliveries = other.redeliveries.clone();
        firstPacket = other.firstPacket.clone();
        lastPacket = other.lastPacket.clone();
        firstBytes = other.firstBytes.clone();
        lastBytes = other.lastBytes.clone();
        head = other.head.clone();
        waiting = other.waiting.clone();
    }

    /** UEs of which a block waits. */
    UeSet waitingUes() {
        return waitingUes;
    }

    LostBlocks lost() {
        return lost;
    }

    boolean isFull(int ue) {
        return waiting[ue] == PROCESSES;
    }

    /** Forgets the blocks of a UE that has left. */
    void clear(int ue) {
        waiting[ue] = 0;
        waitingUes.remove(ue);
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
        int at = ue * PROCESSES + ((head[ue] + waiting[ue]++) & MASK);
        waitingUes.add(ue);
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
            leaveIfDone(ue);
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
        head[ue] = (head[ue] + MASK) & MASK;
        waiting[ue]++;
        waitingUes.add(ue);
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
        double linear = LinkTables.linearOf(snrDb);
        linearSnr[at] += grantedPrbs == prbs[at] ? linear : linear * grantedPrbs / prbs[at];
        transmissions[at]++;
        double gain = transmissions[at] > 1 ? redundancyGain[ue] : 0;
        double combined = LinkTables.decibelsOf(linearSnr[at]) + gain;
        boolean arrived = luck >= LinkTables.blockError(mcs[at], bits[at], combined);
        if (!arrived && transmissions[at] < maxTransmissions[ue]) {
            dueSlot[at] = slot + roundTripSlots[ue];
            moveToEnd(ue, at);
            return 0;
        }
        head[ue] = (head[ue] + 1) & MASK;
        waiting[ue]--;
        leaveIfDone(ue);
        if (!arrived) {
            giveUp(ue, slot, at, queues);
            return 0;
        }
        queues.deliver(ue, firstPacket[at], lastPacket[at], firstBytes[at], lastBytes[at], endMicros);
        return bytes[at];
    }

    private void leaveIfDone(int ue) {
        if (waiting[ue] == 0) {
            waitingUes.remove(ue);
        }
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
        int to = ue * PROCESSES + ((head[ue] + waiting[ue]) & MASK);
        head[ue] = (head[ue] + 1) & MASK;
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
                int at = ue * PROCESSES + ((head[ue] + i) & MASK);
                hash = Chance.mix(hash + dueSlot[at] * 31 + bytes[at]);
                hash = Chance.mix(hash + Double.doubleToLongBits(linearSnr[at]));
            }
        }
        return hash;
    }
}
