package io.twinslice.promoter;

import io.twinslice.a1.A1Client;
import io.twinslice.a1.A1Outcome;
import io.twinslice.a1.A1PolicyType;
import io.twinslice.a1.CellSlicePolicy;
import io.twinslice.a1.CellSlicePolicy.Artifact;
import io.twinslice.a1.CellSlicePolicy.Guardrails;
import io.twinslice.a1.Change;
import io.twinslice.a1.Pause;
import io.twinslice.a1.PolicyStatus;
import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.Sha256;
import io.twinslice.bundle.SignedPolicy;
import io.twinslice.policy.Envelope;
import io.twinslice.verification.Progress;
import io.twinslice.verification.Sealer;
import io.twinslice.verification.TwinFitness;
import io.twinslice.verification.Verdict;
import io.twinslice.verification.VerificationPlan;
import io.twinslice.verification.Verifier;
import java.net.URI;
import java.util.Optional;

/**
 * Promotes candidates. Calls block until the end of the promotion. Thread-safe, but promote one policy of a cell at a
 * time: the later one wins.
 */
public final class PolicyPromoter {
    private final A1PolicyType type = A1PolicyType.cellSlicePolicy();
    private final A1Client a1;
    private final ArtifactServer artifacts;
    private final BundleOpener opener;
    private final Watch watch;
    private final Pause pause;
    private final Confirmation confirmation;

    /**
     * @param a1 the near-RT RIC
     * @param artifacts serves the bundles
     * @param opener with the trust root of the xApps: what it refuses is not sent
     * @param watch how long to wait for the xApp
     * @param pause waits between two questions
     * @param confirmation asked once the RIC says enforced
     */
    public PolicyPromoter(
            A1Client a1,
            ArtifactServer artifacts,
            BundleOpener opener,
            Watch watch,
            Pause pause,
            Confirmation confirmation) {
        this.a1 = a1;
        this.artifacts = artifacts;
        this.opener = opener;
        this.watch = watch;
        this.pause = pause;
        this.confirmation = confirmation;
    }

    /**
     * Verifies, seals, ships and watches. The guard rails of the cell are the envelope of the plan, so that the xApp's
     * shield is the one that verification played with.
     *
     * <p>The sealed bundle is archived before anything is sent; an archive that fails stops the release.
     *
     * @throws IllegalArgumentException when the plan's envelope has a ceiling below 100, which A1 cannot carry
     */
    public Promotion promote(
            Verifier verifier,
            PolicyCandidate candidate,
            VerificationPlan plan,
            TwinFitness fitness,
            Release release,
            Cell cell,
            Progress progress) {
        Guardrails guardrails = guardrails(plan.envelope());
        return switch (verifier.verify(candidate, plan, fitness, progress)) {
            case Verdict.Passed passed -> {
                byte[] bundle = Sealer.seal(passed, release.terms(), release.verifier(), release.operator());
                release.archive().accept(bundle);
                yield ship(bundle, cell, guardrails);
            }
            case Verdict.Failed failed -> new Promotion.NotPassed(failed);
            case Verdict.Inconclusive open -> new Promotion.NotPassed(open);
        };
    }

    /** The guard rails that say the same as an envelope. */
    public static Guardrails guardrails(Envelope envelope) {
        if (envelope.ceilingPercent().stream().anyMatch(ceiling -> ceiling < 100)) {
            throw new IllegalArgumentException("the A1 policy type has no ceilings; verify with ceilings of 100");
        }
        return new Guardrails(envelope.floorPercent(), envelope.maxStepPercent());
    }

    /** Ships an existing bundle: serves it, pushes type and policy, and watches. */
    public Promotion ship(byte[] bundle, Cell cell, Guardrails guardrails) {
        return switch (opener.open(bundle, 0)) {
            case Opening.Refused(var reason, String detail) -> new Promotion.BundleRefused(reason, detail);
            case Opening.Opened(SignedPolicy policy) -> ship(bundle, policy, cell, guardrails);
        };
    }

    private Promotion ship(byte[] bundle, SignedPolicy policy, Cell cell, Guardrails guardrails) {
        if (policy.manifest().twins() != cell.twins().size()) {
            throw new IllegalArgumentException(
                    "the policy is for " + policy.manifest().twins() + " twins, cell " + cell.id() + " has "
                            + cell.twins().size());
        }
        URI uri = artifacts.publish(bundle);
        String sha256 = Sha256.hex(bundle);
        CellSlicePolicy instance = new CellSlicePolicy(
                cell.id(),
                cell.twins(),
                new Artifact(policy.name(), uri, sha256, policy.digest(), bundle.length, policy.epoch()),
                guardrails);
        Optional<String> refusal = refusal(a1.putType(type));
        if (refusal.isPresent()) {
            return new Promotion.RefusedByRic("type " + type.name(), refusal.get());
        }
        refusal = refusal(a1.putPolicy(type, cell.policyId(), instance.toJson()));
        if (refusal.isPresent()) {
            return new Promotion.RefusedByRic("policy " + cell.policyId(), refusal.get());
        }
        return watched(cell, new Promotion.Activated(policy.digest(), sha256, policy.epoch(), uri));
    }

    /** Takes the policy of a cell away; its xApp falls back to its baseline. */
    public A1Outcome<Change> withdraw(Cell cell) {
        return a1.deletePolicy(type, cell.policyId());
    }

    private Promotion watched(Cell cell, Promotion.Activated activated) {
        String last = "nothing heard";
        try {
            for (int question = watch.questions(); question > 0; question--) {
                pause.pause(watch.poll());
                A1Outcome<PolicyStatus> answer = a1.status(type, cell.policyId());
                if (answer instanceof A1Outcome.Done<PolicyStatus>(PolicyStatus status)) {
                    if (status.enforced() && confirmation.confirms(activated.bundleDigest())) {
                        return activated;
                    }
                    last = status.enforced() ? "enforced, but not this bundle" : "not enforced: " + status.reason();
                    if (isFinal(status)) {
                        break;
                    }
                } else {
                    last = answer.toString();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            last = "interrupted while waiting";
        }
        return new Promotion.NotEnforced(activated.bundleDigest(), last);
    }

    /** OTHER_REASON also stands for "nobody has answered yet"; the other two reasons are verdicts. */
    private static boolean isFinal(PolicyStatus status) {
        return status.reason().equals("SCOPE_NOT_APPLICABLE") || status.reason().equals("STATEMENT_NOT_APPLICABLE");
    }

    private static Optional<String> refusal(A1Outcome<Change> outcome) {
        return switch (outcome) {
            case A1Outcome.Done<Change> done -> Optional.empty();
            case A1Outcome.Absent<Change>(String detail) -> Optional.of(detail);
            case A1Outcome.Refused<Change>(int status, String detail) ->
                Optional.of("status " + status + (detail.isEmpty() ? "" : ": " + detail));
            case A1Outcome.Unavailable<Change>(String detail) -> Optional.of(detail);
        };
    }
}
