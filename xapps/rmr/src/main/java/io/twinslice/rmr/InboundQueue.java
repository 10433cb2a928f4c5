package io.twinslice.rmr;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/** Messages that wait for the application: bounded, the newest dropped and counted. Receiving thread only. */
final class InboundQueue {
    private final int capacity;
    private final Tally tally;
    private final ArrayDeque<RmrMessage> waiting = new ArrayDeque<>();

    InboundQueue(int capacity, Tally tally) {
        this.capacity = capacity;
        this.tally = tally;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void offer(RmrMessage message) {
        tally.received.increment();
        if (waiting.size() >= capacity) {
            tally.droppedInbound.increment();
        } else {
            waiting.addLast(message);
        }
    }

    int drain(Consumer<RmrMessage> handler, int limit) {
        int handed = 0;
        while (handed < limit && !waiting.isEmpty()) {
            RmrMessage message = waiting.removeFirst();
            handed++;
            tally.delivered.increment();
            handler.accept(message);
        }
        return handed;
    }
}
