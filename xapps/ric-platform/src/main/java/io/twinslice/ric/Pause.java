package io.twinslice.ric;

import java.time.Duration;

/** Lets time pass; {@code Thread::sleep} in operation. */
@FunctionalInterface
public interface Pause {
    /** Returns after this time. */
    void await(Duration time) throws InterruptedException;
}
