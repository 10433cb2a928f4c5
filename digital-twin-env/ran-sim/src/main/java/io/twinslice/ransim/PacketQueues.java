package io.twinslice.ransim;

import java.util.Arrays;

/**
 * The packets of all UEs, one ring each, as a structure of arrays. A packet is finished when every byte was delivered,
 * or when it is given up.
 */
final class PacketQueues {
    /** Packets a UE can have waiting; more are refused, as a full RLC queue refuses them. */
    static final int CAPACITY = 1024;

    /** Volume a UE can have waiting. */
    static final long LIMIT_BYTES = 4L << 20;

    private static final int MASK = CAPACITY - 1;

    private final WindowStatistics statistics;
    private final long[] created;
    private final int[] size;
    /** Bytes of a packet not yet put into a transport block. */
    private final int[] unsent;
    /** Bytes not yet delivered; 0 once the packet is finished either way. */
    private final int[] open;

    private final int[] head;
    private final int[] next;
    private final int[] tail;
    private final long[] unsentBytes;
    private final long[] openBytes;

    private int firstPacket;
    private int lastPacket;
    private int firstBytes;
    private int lastBytes;

    PacketQueues(int ues, WindowStatistics statistics) {
        this.statistics = statistics;
        created = new long[ues * CAPACITY];
        size = new int[ues * CAPACITY];
        unsent = new int[ues * CAPACITY];
        open = new int[ues * CAPACITY];
        head = new int[ues];
        next = new int[ues];
        tail = new int[ues];
        unsentBytes = new long[ues];
        openBytes = new long[ues];
    }

    /** Takes a packet in; a full queue gives it up at once. */
    void push(int ue, long createdMicros, int bytes, boolean freshestOnly) {
        statistics.offered(ue, bytes);
        if (freshestOnly) {
            supersede(ue, createdMicros);
        }
        if (tail[ue] - head[ue] >= CAPACITY || openBytes[ue] + bytes > LIMIT_BYTES) {
            statistics.givenUp(ue);
            return;
        }
        int at = at(ue, tail[ue]++);
        created[at] = createdMicros;
        size[at] = bytes;
        unsent[at] = bytes;
        open[at] = bytes;
        unsentBytes[ue] += bytes;
        openBytes[ue] += bytes;
    }

    /** Forgets updates that wait untouched; one that waited beyond its deadline counts as given up. */
    private void supersede(int ue, long nowMicros) {
        for (int packet = next[ue]; packet != tail[ue]; packet++) {
            int at = at(ue, packet);
            if (open[at] > 0 && unsent[at] == size[at]) {
                if (statistics.isLate(ue, created[at], nowMicros)) {
                    statistics.givenUp(ue);
                }
                forget(ue, at);
            }
        }
        trim(ue);
    }

    /** Gives up packets whose age makes them worthless. */
    void expire(int ue, long createdBeforeMicros) {
        while (next[ue] != tail[ue] && created[at(ue, next[ue])] < createdBeforeMicros) {
            int at = at(ue, next[ue]);
            if (open[at] > 0) {
                statistics.givenUp(ue);
                forget(ue, at);
            }
            next[ue]++;
        }
        trim(ue);
    }

    /** Forgets everything that waits for a UE that has left. */
    void clear(int ue) {
        for (int packet = head[ue]; packet != tail[ue]; packet++) {
            forget(ue, at(ue, packet));
        }
        trim(ue);
    }

    long unsentBytes(int ue) {
        return unsentBytes[ue];
    }

    long openBytes(int ue) {
        return openBytes[ue];
    }

    /** Creation time of the oldest packet that is not finished, or {@code nowMicros}. */
    long oldestMicros(int ue, long nowMicros) {
        return head[ue] == tail[ue] ? nowMicros : created[at(ue, head[ue])];
    }

    /**
     * Puts up to this many bytes into a transport block, which {@link #deliver} or {@link HarqProcesses} takes over.
     */
    int take(int ue, int capacityBytes) {
        int room = capacityBytes;
        firstPacket = -1;
        while (room > 0 && next[ue] != tail[ue]) {
            int at = at(ue, next[ue]);
            int bytes = Math.min(room, unsent[at]);
            if (bytes > 0) {
                if (firstPacket < 0) {
                    firstPacket = next[ue];
                    firstBytes = bytes;
                }
                lastPacket = next[ue];
                lastBytes = bytes;
                unsent[at] -= bytes;
                room -= bytes;
            }
            if (unsent[at] == 0) {
                next[ue]++;
            }
        }
        int taken = capacityBytes - room;
        unsentBytes[ue] -= taken;
        return taken;
    }

    int firstPacket() {
        return firstPacket;
    }

    int lastPacket() {
        return lastPacket;
    }

    int firstBytes() {
        return firstBytes;
    }

    int lastBytes() {
        return lastBytes;
    }

    /** The bytes of the block just taken have arrived. */
    void deliver(int ue, long nowMicros) {
        deliver(ue, firstPacket, lastPacket, firstBytes, lastBytes, nowMicros);
    }

    /** The bytes of a block have arrived. */
    void deliver(int ue, int first, int last, int bytesOfFirst, int bytesOfLast, long nowMicros) {
        for (int packet = first; packet <= last; packet++) {
            int at = at(ue, packet);
            if (open[at] == 0 || isGone(ue, packet)) {
                continue;
            }
            // A packet between the first and the last of a block lies in it whole.
            int bytes = packet == first ? bytesOfFirst : packet == last ? bytesOfLast : open[at];
            open[at] -= bytes;
            openBytes[ue] -= bytes;
            if (open[at] == 0) {
                statistics.delivered(ue, created[at], nowMicros);
            }
        }
        trim(ue);
    }

    /** The bytes of a block are lost for good, and with them every packet that had a byte in it. */
    void lose(int ue, int first, int last) {
        for (int packet = first; packet <= last; packet++) {
            int at = at(ue, packet);
            if (open[at] > 0 && !isGone(ue, packet)) {
                statistics.givenUp(ue);
                forget(ue, at);
            }
        }
        trim(ue);
    }

    /** Whether the packet was given up while a block that carried it waited, and its place may hold another. */
    private boolean isGone(int ue, int packet) {
        return packet - head[ue] < 0;
    }

    private void forget(int ue, int at) {
        unsentBytes[ue] -= unsent[at];
        openBytes[ue] -= open[at];
        unsent[at] = 0;
        open[at] = 0;
    }

    private void trim(int ue) {
        while (head[ue] != tail[ue] && open[at(ue, head[ue])] == 0) {
            head[ue]++;
        }
        if (next[ue] - head[ue] < 0) {
            next[ue] = head[ue];
        }
    }

    private static int at(int ue, int packet) {
        return ue * CAPACITY + (packet & MASK);
    }

    long digest(long seed) {
        long hash = seed;
        for (int ue = 0; ue < head.length; ue++) {
            hash = Chance.mix(hash + openBytes[ue]);
            hash = Chance.mix(hash + unsentBytes[ue]);
            hash = Chance.mix(hash + Arrays.hashCode(new int[] {head[ue], next[ue], tail[ue]}));
        }
        return hash;
    }
}
