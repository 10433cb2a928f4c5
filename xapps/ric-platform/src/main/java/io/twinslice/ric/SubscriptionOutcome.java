package io.twinslice.ric;

/** What became of a request to the subscription manager. */
public sealed interface SubscriptionOutcome {
    /**
     * The manager took it. Whether the E2 node does, the {@link SubscriptionNotification} says.
     *
     * @param subscriptionId the manager's id, needed to delete
     */
    record Accepted(String subscriptionId) implements SubscriptionOutcome {}

    /** The manager will not take it however often it is sent. */
    record Refused(int httpStatus, String reason) implements SubscriptionOutcome {}

    /** The manager or the E2 node was not there in any of the attempts. */
    record Unavailable(int attempts, String reason) implements SubscriptionOutcome {}
}
