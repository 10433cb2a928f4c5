package io.twinslice.ransim.lte;

/**
 * The packets of one UE in RLC UM: a tail-drop queue by octets, blocks that carry parts of packets, and delivery in
 * order, where a lost block holds up what follows for {@value #REORDERING_MILLIS} ms.
 */
final class RlcQueue {
    static final int LIMIT_BYTES = 102_400;
    static final int REORDERING_MILLIS = 100;

    private static final int PACKETS = 4096;
    private static final int BLOCKS = 1024;
    private static final int HEADER = 2;
    private static final int NEXT_HEADER = 2;
    private static final int MAC_HEADER = 3;

    /** Told of what becomes of packets. */
    interface Sink {
        void delivered(double delayMillis, int bytes);

        void dropped();
    }

    private final double[] born = new double[PACKETS];
    private final int[] size = new int[PACKETS];
    private int first;
    private int end;
    private int headSent;
    private int queuedBytes;

    /** First packet after those that a block completes. */
    private final int[] completes = new int[BLOCKS];

    /** Whether a block ends inside a packet. */
    private final boolean[] cut = new boolean[BLOCKS];

    private final byte[] state = new byte[BLOCKS];
    private int nextBlock;
    private int expected;
    private int deliverable;
    /** Since when blocks before {@link #gapEnd} have been missed. */
    private double gapSince;

    private int gapEnd;
    /** The latest block that was received. */
    private int highest = -1;
    /** A packet that cannot be put together because its beginning was in a lost block. */
    private int beheaded = -1;

    private static final byte PENDING = 0;
    private static final byte RECEIVED = 1;
    private static final byte LOST = 2;

    /** A packet arrives; a full queue drops it. */
    void arrive(double millis, int bytes, Sink sink) {
        if (queuedBytes + bytes > LIMIT_BYTES || end - deliverable >= PACKETS) {
            sink.dropped();
            return;
        }
        born[end % PACKETS] = millis;
        size[end % PACKETS] = bytes;
        end++;
        queuedBytes += bytes;
    }

    int queuedBytes() {
        return queuedBytes;
    }

    /** Octets of a block that would empty the queue. */
    int wantedBytes() {
        return queuedBytes == 0 ? 0 : queuedBytes + MAC_HEADER + HEADER + NEXT_HEADER * Math.min(40, end - first - 1);
    }

    /** Whether another block can be under way. */
    boolean hasRoom() {
        return nextBlock - expected < BLOCKS - 1;
    }

    /** Age of the packet at the head. */
    double headAge(double millis) {
        return first == end ? 0 : millis - born[first % PACKETS];
    }

    /** Fills a block; returns its number. */
    int take(int blockBytes) {
        int room = blockBytes - MAC_HEADER - HEADER;
        int at = nextBlock % BLOCKS;
        while (first != end && room > 0) {
            int rest = size[first % PACKETS] - headSent;
            if (rest <= room) {
                room -= rest + NEXT_HEADER;
                queuedBytes -= rest;
                headSent = 0;
                first++;
            } else {
                headSent += room;
                queuedBytes -= room;
                room = 0;
            }
        }
        completes[at] = first;
        cut[at] = headSent > 0;
        state[at] = PENDING;
        return nextBlock++;
    }

    /** A block was received, or given up for good. */
    void settle(int block, boolean received) {
        state[block % BLOCKS] = received ? RECEIVED : LOST;
        highest = received ? Math.max(highest, block) : highest;
    }

    /** Hands over what is in order; {@code millis} is the time of delivery. */
    void deliver(double millis, Sink sink) {
        while (expected != nextBlock) {
            int at = expected % BLOCKS;
            if (state[at] == RECEIVED) {
                handOver(completes[at], true, millis, sink);
                beheaded = -1;
            } else if (expected - gapEnd < 0 && millis - gapSince >= REORDERING_MILLIS) {
                // Every packet that had a part in the block is gone.
                handOver(completes[at], false, millis, sink);
                beheaded = cut[at] ? completes[at] : -1;
            } else {
                if (expected - gapEnd >= 0 && highest - expected > 0) {
                    gapSince = millis;
                    gapEnd = highest;
                }
                return;
            }
            expected++;
        }
    }

    /** Time passes: what was held up for long enough is handed over, whether or not another block comes. */
    void expire(double millis, Sink sink) {
        if (expected - gapEnd < 0 && millis - gapSince >= REORDERING_MILLIS) {
            deliver(millis, sink);
        }
    }

    private void handOver(int until, boolean whole, double millis, Sink sink) {
        for (; deliverable != until; deliverable++) {
            if (whole && deliverable != beheaded) {
                sink.delivered(millis - born[deliverable % PACKETS], size[deliverable % PACKETS]);
            }
        }
    }
}
