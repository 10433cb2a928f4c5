package io.twinslice.a1;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two attempts; a test lets none pass. */
@FunctionalInterface
public interface Pause {
    /** Returns after this time, or at once with an exception when the thread is interrupted. */
    void pause(Duration time) throws InterruptedException;

    /** Waits on a scheduler's clock. */
    static Pause on(ScheduledExecutorService scheduler) {
        return time -> {
            try {
                scheduler
                        .schedule(() -> {}, time.toNanos(), TimeUnit.NANOSECONDS)
                        .get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a pause does nothing that could fail", e);
            }
        };
    }
}
