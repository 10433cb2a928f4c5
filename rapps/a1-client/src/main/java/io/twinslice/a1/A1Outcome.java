package io.twinslice.a1;

/**
 * How an A1 request ended; each request has exactly one of these ends.
 *
 * @param <T> what a request that worked brings
 */
public sealed interface A1Outcome<T> {
    /** It worked. */
    record Done<T>(T value) implements A1Outcome<T> {}

    /** The type or policy it names does not exist at the RIC. */
    record Absent<T>(String detail) implements A1Outcome<T> {}

    /**
     * The RIC says no, and would say it again.
     *
     * @param status HTTP status
     * @param detail what the RIC gave as reason, shortened; often nothing
     */
    record Refused<T>(int status, String detail) implements A1Outcome<T> {}

    /** No usable answer within the bounded attempts: unreachable, overloaded, or not an answer of A1. */
    record Unavailable<T>(String detail) implements A1Outcome<T> {}
}
