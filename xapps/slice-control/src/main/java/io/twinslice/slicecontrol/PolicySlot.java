package io.twinslice.slicecontrol;

import io.twinslice.bundle.SignedPolicy;
import io.twinslice.policy.Policy;
import java.util.Optional;

/**
 * The policy in charge. Nothing but a {@link SignedPolicy} can replace the baseline it starts with, and only the loop
 * that owns the slot calls it, between two ticks.
 */
final class PolicySlot {
    /** Digest that stands in the log for the built-in baseline, which no bundle carries. */
    static final String BASELINE_DIGEST = "baseline";

    private final Policy baseline;
    private Policy active;
    private String digest = BASELINE_DIGEST;
    private Optional<SignedPolicy> installed = Optional.empty();

    PolicySlot(Policy baseline) {
        this.baseline = baseline;
        this.active = baseline;
    }

    void install(SignedPolicy policy) {
        installed = Optional.of(policy);
        active = policy.policy();
        digest = policy.digest();
        active.restart();
    }

    void fallBack() {
        installed = Optional.empty();
        active = baseline;
        digest = BASELINE_DIGEST;
        active.restart();
    }

    Policy active() {
        return active;
    }

    String digest() {
        return digest;
    }

    Optional<SignedPolicy> installed() {
        return installed;
    }
}
