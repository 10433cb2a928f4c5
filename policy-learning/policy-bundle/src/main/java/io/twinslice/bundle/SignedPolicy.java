package io.twinslice.bundle;

import io.twinslice.networks.Mlp;
import io.twinslice.policy.Policy;
import java.time.Instant;

/**
 * A policy that a verifier and an operator have signed. Only {@link BundleOpener} makes one, so to hold one is to have
 * checked it. Immutable and thread-safe.
 */
public final class SignedPolicy {
    private final PolicyCandidate candidate;
    private final Evidence evidence;
    private final ReleaseTerms terms;
    private final String digest;

    SignedPolicy(PolicyCandidate candidate, Evidence evidence, ReleaseTerms terms, String digest) {
        this.candidate = candidate;
        this.evidence = evidence;
        this.terms = terms;
        this.digest = digest;
    }

    /** A fresh policy, in the state after a restart. */
    public Policy policy() {
        return candidate.policy();
    }

    /** The network behind the policy. */
    public Mlp network() {
        return candidate.network();
    }

    public String name() {
        return candidate.manifest().name();
    }

    /** SHA-256 of candidate parts and evidence: the same for every release of the same verified candidate. */
    public String digest() {
        return digest;
    }

    /** Digest of the candidate inside. */
    public String candidateDigest() {
        return candidate.digest();
    }

    public Manifest manifest() {
        return candidate.manifest();
    }

    public Evidence evidence() {
        return evidence;
    }

    public long epoch() {
        return terms.epoch();
    }

    /** The instant after which the policy must no longer be used. */
    public Instant notAfter() {
        return terms.notAfter();
    }

    @Override
    public String toString() {
        return "SignedPolicy[" + name() + " " + manifest().version() + " epoch " + epoch() + " " + digest + "]";
    }
}
