package io.twinslice.learners;

import java.util.function.Supplier;

/**
 * A task that another process can do as well: the request says all that it depends on, and the answer all that comes
 * out. A {@link RolloutPool} that spans machines sends such tasks to {@link PortableTasks#perform} on one of them;
 * every other task it runs in its own process. Both ways give the same result, bit for bit.
 *
 * @param <T> what comes out
 */
public interface PortableTask<T> extends Supplier<T> {
    /** Name of the {@link Kind} that performs it: 1..32 of a-z and "-". */
    String kind();

    /** What {@link Kind#perform} needs. */
    byte[] request();

    /**
     * Reads what {@link Kind#perform} gave.
     *
     * @throws IllegalArgumentException when it is no answer to this request
     */
    T read(byte[] answer);

    /** Performs the tasks of one kind, found by {@link java.util.ServiceLoader}. Thread-safe. */
    interface Kind {
        String name();

        /** @throws IllegalArgumentException when it is no request of this kind */
        byte[] perform(byte[] request);
    }
}
