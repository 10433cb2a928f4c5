package io.twinslice.ransim;

/**
 * Transport blocks that HARQ gave up and that RLC in acknowledged mode will send again once it knows, oldest first, per
 * UE. A cell without acknowledged mode keeps no room for them.
 */
final class LostBlocks {
    /** Blocks of a UE that can wait; what is lost beyond them is lost for good. */
    static final int CAPACITY = 32;

    private final int[] allowed;
    private final int[] delaySlots;
    private final int[] place;
    private final long[] dueSlot;
    private final int[] redeliveries;
    private final int[] bytes;
    private final int[] firstPacket;
    private final int[] lastPacket;
    private final int[] firstBytes;
    private final int[] lastBytes;
    private final int[] head;
    private final int[] waiting;

    LostBlocks(CellParameters parameters, Roster roster) {
        int ues = roster.ues();
        allowed = new int[ues];
        delaySlots = new int[ues];
        place = new int[ues];
        int places = 0;
        for (int ue = 0; ue < ues; ue++) {
            Harq harq = parameters.twins().get(roster.twinOf(ue)).link().harq();
            allowed[ue] = harq.rlcRedeliveries();
            delaySlots[ue] = harq.rlcDelayMillis() * 1000 / parameters.slotMicros();
            place[ue] = places;
            places += allowed[ue] > 0 ? CAPACITY : 0;
        }
        dueSlot = new long[places];
        redeliveries = new int[places];
        bytes = new int[places];
        firstPacket = new int[places];
        lastPacket = new int[places];
        firstBytes = new int[places];
        lastBytes = new int[places];
        head = new int[ues];
        waiting = new int[ues];
    }

    /** A copy that goes on by itself. */
    LostBlocks(LostBlocks other) {
        allowed = other.allowed;
        delaySlots = other.delaySlots;
        place = other.place;
        dueSlot = other.dueSlot.clone();
        redeliveries = other.redeliveries.clone();
        bytes = other.bytes.clone();
        firstPacket = other.firstPacket.clone();
        lastPacket = other.lastPacket.clone();
        firstBytes = other.firstBytes.clone();
        lastBytes = other.lastBytes.clone();
        head = other.head.clone();
        waiting = other.waiting.clone();
    }

    /** Whether no slice is in acknowledged mode, so that nothing is ever kept. */
    boolean isUnused() {
        return dueSlot.length == 0;
    }

    /**
     * Takes over a block that HARQ gave up.
     *
     * @param sentBefore how often RLC has sent it again already
     * @return false when it is lost for good
     */
    boolean keep(
            int ue, long slot, int sentBefore, int carried, int first, int last, int bytesOfFirst, int bytesOfLast) {
        if (sentBefore >= allowed[ue] || waiting[ue] == CAPACITY) {
            return false;
        }
        int at = place[ue] + (head[ue] + waiting[ue]++) % CAPACITY;
        dueSlot[at] = slot + delaySlots[ue];
        redeliveries[at] = sentBefore + 1;
        bytes[at] = carried;
        firstPacket[at] = first;
        lastPacket[at] = last;
        firstBytes[at] = bytesOfFirst;
        lastBytes[at] = bytesOfLast;
        return true;
    }

    boolean isDue(int ue, long slot) {
        return waiting[ue] > 0 && dueSlot[place[ue] + head[ue]] <= slot;
    }

    /** Useful bytes of the block that is due. */
    int dueBytes(int ue) {
        return bytes[place[ue] + head[ue]];
    }

    /** Hands the block that is due to HARQ, encoded anew. */
    void resume(int ue, long slot, int mcs, int prbs, int bits, HarqProcesses harq) {
        int at = place[ue] + head[ue];
        head[ue] = (head[ue] + 1) % CAPACITY;
        waiting[ue]--;
        harq.resume(
                ue,
                slot,
                mcs,
                prbs,
                bits,
                bytes[at],
                redeliveries[at],
                firstPacket[at],
                lastPacket[at],
                firstBytes[at],
                lastBytes[at]);
    }

    void clear(int ue) {
        waiting[ue] = 0;
    }

    long digest(long seed) {
        long hash = seed;
        for (int ue = 0; ue < head.length; ue++) {
            for (int i = 0; i < waiting[ue]; i++) {
                int at = place[ue] + (head[ue] + i) % CAPACITY;
                hash = Chance.mix(hash + dueSlot[at] * 31 + bytes[at] + redeliveries[at]);
            }
        }
        return hash;
    }
}
