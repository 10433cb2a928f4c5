package io.twinslice.rmr;

import java.util.concurrent.atomic.LongAdder;

/** The counters of an endpoint while they run. */
final class Tally {
    final LongAdder accepted = new LongAdder();
    final LongAdder retries = new LongAdder();
    final LongAdder noRoute = new LongAdder();
    final LongAdder droppedOutbound = new LongAdder();
    final LongAdder tooLong = new LongAdder();
    final LongAdder received = new LongAdder();
    final LongAdder delivered = new LongAdder();
    final LongAdder droppedInbound = new LongAdder();
    final LongAdder refusedFrames = new LongAdder();
    final LongAdder refusedConnections = new LongAdder();

    RmrCounters snapshot() {
        return new RmrCounters(
                accepted.sum(),
                retries.sum(),
                noRoute.sum(),
                droppedOutbound.sum(),
                tooLong.sum(),
                received.sum(),
                delivered.sum(),
                droppedInbound.sum(),
                refusedFrames.sum(),
                refusedConnections.sum());
    }
}
