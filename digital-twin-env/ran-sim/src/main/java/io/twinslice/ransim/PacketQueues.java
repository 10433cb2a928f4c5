package io.twinslice.ransim;

import java.util.Arrays;

/**
 * The packets of all UEs, one ring each, in shared arrays. A ring starts small and doubles when it is full, so that the
 * packets of a whole cell lie close together. A packet is finished when every byte was delivered, or when it is given
 * up.
 */
final class PacketQueues {
    /** Packets a UE can have waiting; more are refused, as a full RLC queue refuses them. */
    static final int CAPACITY = 1024;

    /** Volume a UE can have waiting. */
    static final long LIMIT_BYTES = 4L << 20;

    private static final int FIRST_CAPACITY = 8;

    private final WindowStatistics statistics;
    private final UeSet backlogged;

    private long[] created;
    /** Bytes of a packet not yet put into a transport block. */
    private int[] unsent;
    /** Bytes not yet delivered; 0 once the packet is finished either way. */
    private int[] open;

    /** Where the ring of a UE begins, and its length less one. */
    private final int[] ring;

    private final int[] mask;

    /** Numbers of packets: the oldest unfinished one, the next to send, the next to come. */
    private final int[] head;

    private final int[] next;
    private final int[] tail;

    /** The packet after the last one of which a byte was sent. */
    private final int[] untouched;

    private final long[] unsentBytes;
    private final long[] openBytes;

    private int firstPacket;
    private int lastPacket;
    private int firstBytes;
    private int lastBytes;

    PacketQueues(Roster roster, WindowStatistics statistics) {
        this.statistics = statistics;
        backlogged = new UeSet(roster);
        int ues = roster.ues();
        created = new long[ues * FIRST_CAPACITY];
        unsent = new int[ues * FIRST_CAPACITY];
        open = new int[ues * FIRST_CAPACITY];
        ring = new int[ues];
        mask = new int[ues];
        for (int ue = 0; ue < ues; ue++) {
            ring[ue] = ue * FIRST_CAPACITY;
            mask[ue] = FIRST_CAPACITY - 1;
        }
        head = new int[ues];
        next = new int[ues];
        tail = new int[ues];
        untouched = new int[ues];
        unsentBytes = new long[ues];
        openBytes = new long[ues];
    }

    /** A copy that goes on by itself. */
    PacketQueues(PacketQueues other, WindowStatistics statistics) {
        this.statistics = statistics;
        backlogged = new UeSet(other.backlogged);
        created = other.created.clone();
        unsent = other.unsent.clone();
        open = other.open.clone();
        ring = other.ring.clone();
        mask = other.mask.clone();
        head = other.head.clone();
        next = other.next.clone();
        tail = other.tail.clone();
        untouched = other.untouched.clone();
        unsentBytes = other.unsentBytes.clone();
        openBytes = other.openBytes.clone();
    }

    /** UEs that have bytes to send. */
    UeSet backlogged() {
        return backlogged;
    }

    /** Takes a packet in; a full queue gives it up at once. */
    void push(int ue, long createdMicros, int bytes, boolean freshestOnly) {
        statistics.offered(ue, bytes);
        if (freshestOnly && next[ue] != tail[ue]) {
            supersede(ue, createdMicros);
        }
        if (tail[ue] - head[ue] > mask[ue]) {
            grow(ue);
        }
        if (tail[ue] - head[ue] > mask[ue] || openBytes[ue] + bytes > LIMIT_BYTES) {
            statistics.givenUp(ue);
            return;
        }
        int at = at(ue, tail[ue]++);
        created[at] = createdMicros;
        unsent[at] = bytes;
        open[at] = bytes;
        unsentBytes[ue] += bytes;
        openBytes[ue] += bytes;
        backlogged.add(ue);
    }

    /** Doubles the ring of a UE, up to {@link #CAPACITY}, and moves all rings together. */
    private void grow(int ue) {
        if (mask[ue] + 1 >= CAPACITY) {
            return;
        }
        int places = created.length + mask[ue] + 1;
        long[] allCreated = new long[places];
        int[] allUnsent = new int[places];
        int[] allOpen = new int[places];
        int from = 0;
        for (int each = 0; each < ring.length; each++) {
            int wider = each == ue ? 2 * mask[each] + 1 : mask[each];
            for (int packet = head[each]; packet != tail[each]; packet++) {
                int to = from + (packet & wider);
                int at = at(each, packet);
                allCreated[to] = created[at];
                allUnsent[to] = unsent[at];
                allOpen[to] = open[at];
            }
            ring[each] = from;
            mask[each] = wider;
            from += wider + 1;
        }
        created = allCreated;
        unsent = allUnsent;
        open = allOpen;
    }

    /** Forgets updates that wait untouched; one that waited beyond its deadline counts as given up. */
    private void supersede(int ue, long nowMicros) {
        int packet = next[ue] - untouched[ue] < 0 ? untouched[ue] : next[ue];
        for (; packet != tail[ue]; packet++) {
            int at = at(ue, packet);
            if (open[at] > 0) {
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

    /** Puts up to this many bytes into a transport block that {@link HarqProcesses} takes over. */
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
                untouched[ue] = next[ue] + 1;
                unsent[at] -= bytes;
                room -= bytes;
            }
            if (unsent[at] == 0) {
                next[ue]++;
            }
        }
        return sent(ue, capacityBytes - room);
    }

    /** Puts up to this many bytes into a transport block that arrives: {@link #take} and {@link #deliver} in one. */
    int pass(int ue, int capacityBytes, long nowMicros) {
        int room = capacityBytes;
        int packet = next[ue];
        int end = tail[ue];
        int from = ring[ue];
        int wrap = mask[ue];
        while (room > 0 && packet != end) {
            int at = from + (packet & wrap);
            int bytes = Math.min(room, unsent[at]);
            room -= bytes;
            int stays = unsent[at] - bytes;
            unsent[at] = stays;
            if (bytes > 0) {
                untouched[ue] = packet + 1;
                open[at] -= bytes;
                if (open[at] == 0) {
                    statistics.delivered(ue, created[at], nowMicros);
                }
            }
            if (stays == 0) {
                packet++;
            }
        }
        next[ue] = packet;
        int passed = capacityBytes - room;
        openBytes[ue] -= passed;
        trim(ue);
        return sent(ue, passed);
    }

    private int sent(int ue, int bytes) {
        unsentBytes[ue] -= bytes;
        if (unsentBytes[ue] == 0) {
            backlogged.remove(ue);
        }
        return bytes;
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

    /** The bytes of a block have arrived. */
    void deliver(int ue, int first, int last, int bytesOfFirst, int bytesOfLast, long nowMicros) {
        for (int packet = first; packet <= last; packet++) {
            // A packet may have been given up while the block waited, and its place may hold another.
            int at = at(ue, packet);
            if (isGone(ue, packet) || open[at] == 0) {
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
            if (!isGone(ue, packet) && open[at] > 0) {
                statistics.givenUp(ue);
                forget(ue, at);
            }
        }
        trim(ue);
    }

    private boolean isGone(int ue, int packet) {
        return packet - head[ue] < 0;
    }

    private void forget(int ue, int at) {
        unsentBytes[ue] -= unsent[at];
        openBytes[ue] -= open[at];
        unsent[at] = 0;
        open[at] = 0;
        if (unsentBytes[ue] == 0) {
            backlogged.remove(ue);
        }
    }

    private void trim(int ue) {
        int packet = head[ue];
        int end = tail[ue];
        while (packet != end && open[at(ue, packet)] == 0) {
            packet++;
        }
        head[ue] = packet;
        if (next[ue] - packet < 0) {
            next[ue] = packet;
        }
    }

    private int at(int ue, int packet) {
        return ring[ue] + (packet & mask[ue]);
    }

    /** The same for the same packets, however long the rings have grown. */
    long digest(long seed) {
        long hash = seed;
        for (int ue = 0; ue < head.length; ue++) {
            hash = Chance.mix(hash + Arrays.hashCode(new int[] {head[ue], next[ue], tail[ue], untouched[ue]}));
            for (int packet = head[ue]; packet != tail[ue]; packet++) {
                int at = at(ue, packet);
                hash = Chance.mix(hash + created[at]);
                hash = Chance.mix(hash + ((long) unsent[at] << 32 | open[at]));
            }
        }
        return hash;
    }
}
