package io.twinslice.slicecontrol;

import io.twinslice.aper.Octets;
import io.twinslice.bundle.SignedPolicy;
import io.twinslice.model.TwinProfile;
import io.twinslice.policy.Shield;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What other threads may put into the loop's inbox. Nothing acts before the next tick. */
public sealed interface Inbound {
    /**
     * An E2AP message that the platform delivered for this xApp's node: an indication or the answer to a control.
     *
     * @param subscriptionId instance id of the E2 subscription, as RMR carried it
     * @param octets the PDU
     */
    record E2Message(int subscriptionId, Octets octets) implements Inbound {}

    /**
     * Put this policy in charge.
     *
     * @param twins the twins in slice order, with the targets that come with the policy
     * @param shield the guardrails that come with it
     * @param done completed by the tick that does it; whoever completes or cancels it earlier calls the change off
     */
    record Install(SignedPolicy policy, List<TwinProfile> twins, Shield shield, CompletableFuture<Void> done)
            implements Inbound {}

    /**
     * Go back to the built-in baseline and the configured targets.
     *
     * @param done as in {@link Install}
     */
    record Withdraw(CompletableFuture<Void> done) implements Inbound {}
}
