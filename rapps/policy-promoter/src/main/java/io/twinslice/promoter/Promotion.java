package io.twinslice.promoter;

import io.twinslice.bundle.RefusalReason;
import io.twinslice.verification.Verdict;
import java.net.URI;

/** How a promotion ended. */
public sealed interface Promotion {
    /**
     * The RIC says that the policy is enforced.
     *
     * @param bundleDigest of what runs now
     * @param sha256 of the file
     * @param epoch of the release
     * @param artifact where the file is served
     */
    record Activated(String bundleDigest, String sha256, long epoch, URI artifact) implements Promotion {}

    /** Verification did not pass it, so nothing was sealed or sent. */
    record NotPassed(Verdict verdict) implements Promotion {}

    /** The bundle would be refused by any xApp of this trust root, so nothing was sent. */
    record BundleRefused(RefusalReason reason, String detail) implements Promotion {}

    /**
     * The RIC did not take the type or the policy.
     *
     * @param step which of the two
     * @param detail what it answered
     */
    record RefusedByRic(String step, String detail) implements Promotion {}

    /**
     * The RIC took the policy and the xApp did not enforce it; it keeps what it ran before.
     *
     * @param bundleDigest of what was sent
     * @param reason last status heard
     */
    record NotEnforced(String bundleDigest, String reason) implements Promotion {}
}
