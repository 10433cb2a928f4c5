package io.twinslice.ransim;

/**
 * Transport blocks that failed and wait for their next transmission, oldest first, per UE.
 *
 * <p>Chase combining: the linear SNR of all transmissions adds up. A repetition on fewer PRBs than the first adds that
 * share of its energy, so that a block sent before a quota shrank still gets through.
 */
final class HarqProcesses {
    /** Processes of a UE (TS 38.214 default). */
    static final int PROCESSES = 16;

    static final int ROUND_TRIP_SLOTS = 8;
    static final int MAX_TRANSMISSIONS = 4;

    private final long[] dueSlot;
    private final int[] mcs;
    private final int[] prbs;
    private final int[] bits;
    private final int[] bytes;
    private final int[] transmissions;
    private final double[] linearSnr;
    private final int[] firstPacket;
    private final int[] lastPacket;
    private final int[] firstBytes;
    private final int[] lastBytes;
    private final int[] head;
    private final int[] waiting;

    HarqProcesses(int ues) {
        int places = ues * PROCESSES;
        dueSlot = new long[places];
        mcs = new int[places];
        prbs = new int[places];
        bits = new int[places];
        bytes = new int[places];
        transmissions = new int[places];
        linearSnr = new double[places];
        firstPacket = new int[places];
        lastPacket = new int[places];
        firstBytes = new int[places];
        lastBytes = new int[places];
        head = new int[ues];
        waiting = new int[ues];
    }

    boolean isFull(int ue) {
        return waiting[ue] == PROCESSES;
    }

    void clear(int ue) {
        waiting[ue] = 0;
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
        dueSlot[at] = slot + ROUND_TRIP_SLOTS;
        mcs[at] = blockMcs;
        prbs[at] = blockPrbs;
        bits[at] = blockBits;
        bytes[at] = carried;
        transmissions[at] = 1;
        linearSnr[at] = linear;
        firstPacket[at] = queues.firstPacket();
        lastPacket[at] = queues.lastPacket();
        firstBytes[at] = queues.firstBytes();
        lastBytes[at] = queues.lastBytes();
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
        double combined = LinkTables.decibelsOf(linearSnr[at]);
        boolean arrived = luck >= LinkTables.blockError(mcs[at], bits[at], combined);
        if (!arrived && transmissions[at] < MAX_TRANSMISSIONS) {
            dueSlot[at] = slot + ROUND_TRIP_SLOTS;
            moveToEnd(ue, at);
            return 0;
        }
        head[ue] = (head[ue] + 1) % PROCESSES;
        waiting[ue]--;
        if (!arrived) {
            queues.lose(ue, firstPacket[at], lastPacket[at]);
            return 0;
        }
        queues.deliver(ue, firstPacket[at], lastPacket[at], firstBytes[at], lastBytes[at], endMicros);
        return bytes[at];
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
        linearSnr[to] = linearSnr[from];
        firstPacket[to] = firstPacket[from];
        lastPacket[to] = lastPacket[from];
        firstBytes[to] = firstBytes[from];
        lastBytes[to] = lastBytes[from];
    }

    long digest(long seed) {
        long hash = seed;
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
