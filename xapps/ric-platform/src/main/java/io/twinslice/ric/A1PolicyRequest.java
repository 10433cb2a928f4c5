package io.twinslice.ric;

/** What the A1 mediator asks of an xApp about one policy. */
public sealed interface A1PolicyRequest {
    /** Id of the policy's type, 1..2147483647. */
    int typeId();

    /** Id of the policy, 1..256 characters. */
    String instanceId();

    /**
     * Enforce this policy. A known id means: replace.
     *
     * @param policyJson the policy as JSON text, an object
     */
    record Create(int typeId, String instanceId, String policyJson) implements A1PolicyRequest {}

    /**
     * Replace the policy. An unknown id means: enforce.
     *
     * @param policyJson the policy as JSON text, an object
     */
    record Update(int typeId, String instanceId, String policyJson) implements A1PolicyRequest {}

    /** Stop enforcing the policy. */
    record Delete(int typeId, String instanceId) implements A1PolicyRequest {}
}
