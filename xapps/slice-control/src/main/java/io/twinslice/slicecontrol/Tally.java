package io.twinslice.slicecontrol;

import java.util.concurrent.atomic.AtomicLong;

/** The loop's counters: written by its thread, read by any. */
final class Tally {
    final AtomicLong indications = new AtomicLong();
    final AtomicLong sent = new AtomicLong();
    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong timedOut = new AtomicLong();
    final AtomicLong answersUnknown = new AtomicLong();
    final AtomicLong held = new AtomicLong();
    final AtomicLong shieldAltered = new AtomicLong();
    final AtomicLong activations = new AtomicLong();
    final AtomicLong dropped = new AtomicLong();
    final AtomicLong expirations = new AtomicLong();
    private final AtomicLong indicationsRefused = new AtomicLong();
    private volatile String lastRefusal = "";

    void refuse(String why) {
        lastRefusal = why;
        indicationsRefused.incrementAndGet();
    }

    LoopCounters counters() {
        return new LoopCounters(
                indications.get(),
                indicationsRefused.get(),
                lastRefusal,
                sent.get(),
                acknowledged.get(),
                refused.get(),
                timedOut.get(),
                answersUnknown.get(),
                held.get(),
                shieldAltered.get(),
                activations.get(),
                dropped.get(),
                expirations.get());
    }
}
