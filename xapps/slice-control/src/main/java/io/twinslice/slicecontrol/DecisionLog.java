package io.twinslice.slicecontrol;

import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Shield;

/**
 * Receives every decision and every outcome, in order. Off-policy evaluation and the next training read it back.
 *
 * <p>Called on the loop's thread; an implementation that fails must throw nothing and count instead.
 */
public interface DecisionLog {
    /** Hears nothing. */
    DecisionLog SILENT = new DecisionLog() {
        @Override
        public void decided(
                long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String policyDigest) {}

        @Override
        public void settled(long control, ControlOutcome outcome) {}
    };

    /**
     * A decision was taken and its control is about to be sent.
     *
     * @param control running number of the control
     * @param state what the policy saw
     * @param proposed what it decided, with the propensity
     * @param admitted what the shield let through
     * @param policyDigest digest of the bundle in charge, or {@code baseline}
     */
    void decided(long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String policyDigest);

    /** The one outcome of a control. */
    void settled(long control, ControlOutcome outcome);
}
