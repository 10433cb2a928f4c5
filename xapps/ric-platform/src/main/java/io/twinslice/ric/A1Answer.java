package io.twinslice.ric;

/**
 * An xApp's answer to a policy request (A1_POLICY_RESP). The mediator reads OK as enforced, all else as not enforced.
 *
 * @param typeId id of the policy's type; leaves as a JSON number, since a string stops the mediator
 * @param instanceId id of the policy
 * @param handlerId name of the answering xApp
 * @param status what became of it
 */
public record A1Answer(int typeId, String instanceId, String handlerId, Status status) {
    /** What became of a request. */
    public enum Status {
        /** The policy is in force. */
        OK,
        /** The policy is refused or failed. */
        ERROR,
        /** The policy is gone. */
        DELETED
    }

    public A1Answer {
        A1Intake.requireTypeId(typeId);
        if (instanceId.isEmpty() || handlerId.isEmpty()) {
            throw new IllegalArgumentException("an A1 answer names the policy and the handler");
        }
    }
}
