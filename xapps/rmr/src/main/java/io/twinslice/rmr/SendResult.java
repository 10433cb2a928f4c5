package io.twinslice.rmr;

/** What became of a message that was to be sent. RMR has no acknowledgement: accepted means handed to the kernel. */
public sealed interface SendResult {
    /**
     * The kernel took it.
     *
     * @param copies how many endpoints got it, one for each group of the route
     */
    record Accepted(int copies) implements SendResult {}

    /** The connection takes nothing at the moment and nothing was written; the caller owns the retry. */
    record Retry(String endpoint) implements SendResult {}

    /** The table has no endpoint for this key, or no owner for this meid. */
    record NoRoute(int messageType, int subscriptionId, String meid) implements SendResult {}

    /** The message is lost: the endpoint cannot be connected, or the connection broke. */
    record Dropped(String endpoint, String reason) implements SendResult {}

    /** The frame would be longer than the endpoint's cap; nothing was written. */
    record TooLong(long frameBytes, int maxFrameBytes) implements SendResult {}

    /** Whether at least one copy was accepted. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
