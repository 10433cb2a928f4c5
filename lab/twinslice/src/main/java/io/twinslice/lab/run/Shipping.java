package io.twinslice.lab.run;

import io.twinslice.a1.A1Client;
import io.twinslice.a1.A1Settings;
import io.twinslice.a1.Pause;
import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.RefusalReason;
import io.twinslice.bundle.ReleaseTerms;
import io.twinslice.bundle.SignedPolicy;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.report.Refusal;
import io.twinslice.policy.Envelope;
import io.twinslice.promoter.ArtifactServer;
import io.twinslice.promoter.Cell;
import io.twinslice.promoter.Confirmation;
import io.twinslice.promoter.PolicyPromoter;
import io.twinslice.promoter.Promotion;
import io.twinslice.promoter.Release;
import io.twinslice.promoter.Watch;
import io.twinslice.verification.Progress;
import io.twinslice.verification.TwinFitness;
import io.twinslice.verification.Verdict;
import io.twinslice.verification.VerificationPlan;
import io.twinslice.verification.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The way of a policy to an xApp: verification where it is due, A1, and the wait until it is in force. */
final class Shipping implements AutoCloseable {
    private final ExecutorService requests = Daemons.pool("artifacts", 2);
    private final ScheduledExecutorService pauses =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("a1-watch"));
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ArtifactServer artifacts;
    private final BundleOpener opener;
    private final PolicyPromoter promoter;
    private final Cell cell;

    /**
     * @param artifactHost address under which the xApp fetches the bundle
     * @param opener with the trust root of the xApp
     * @param confirmation whether the xApp runs the bundle of a digest
     */
    @SuppressWarnings("AddressSelection") // the first address of the host that was named is the one meant
    Shipping(A1Settings a1, String artifactHost, BundleOpener opener, Cell cell, Watch watch, Confirmation confirmation)
            throws IOException {
        this.opener = opener;
        this.cell = cell;
        artifacts = ArtifactServer.open(new InetSocketAddress(artifactHost, 0), requests);
        Pause pause = Pause.on(pauses);
        promoter = new PolicyPromoter(new A1Client(http, a1, pause), artifacts, opener, watch, pause, confirmation);
    }

    /**
     * Verifies a candidate, and seals, archives and ships it if it passes.
     *
     * @param bundle where the sealed bundle is kept
     */
    Shipment promote(
            Verifier verifier,
            PolicyCandidate candidate,
            VerificationPlan plan,
            TwinFitness fitness,
            ReleaseTerms terms,
            Keyring keys,
            Path bundle,
            Progress progress)
            throws IOException {
        Release release = new Release(terms, keys.verifier(), keys.operator(), octets -> archive(bundle, octets));
        Promotion promotion = promoter.promote(verifier, candidate, plan, fitness, release, cell, progress);
        if (promotion instanceof Promotion.NotPassed(Verdict verdict)) {
            String reason = switch (verdict) {
                case Verdict.Passed _ -> "passed";
                case Verdict.Failed failed -> failed.reason();
                case Verdict.Inconclusive open -> open.reason();
            };
            return new Shipment(
                    candidate.manifest().name(),
                    verdict.evidence().outcome().name(),
                    reason,
                    false,
                    Optional.of(candidate.digest()),
                    Optional.empty(),
                    Optional.of(verdict.evidence()),
                    Optional.of(new Contest.Entrant(candidate.manifest().name(), candidate::policy)),
                    List.of(new Refusal("verification", reason, 1)));
        }
        return sent(Files.readAllBytes(bundle), promotion);
    }

    private static void archive(Path file, byte[] octets) {
        try {
            AtomicFile.write(file, octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ships a bundle that somebody else has verified and signed. */
    Shipment ship(byte[] bundle, Envelope envelope) {
        if (opener.open(bundle, 0) instanceof Opening.Opened(SignedPolicy policy)
                && policy.manifest().twins() != cell.twins().size()) {
            String reason = "made for " + policy.manifest().twins() + " twins, the cell has "
                    + cell.twins().size();
            return refused(RefusalReason.SCHEMA, reason);
        }
        return sent(bundle, promoter.ship(bundle, cell, PolicyPromoter.guardrails(envelope)));
    }

    private Shipment sent(byte[] bundle, Promotion promotion) {
        return switch (opener.open(bundle, 0)) {
            case Opening.Refused(RefusalReason reason, String detail) -> refused(reason, detail);
            case Opening.Opened(SignedPolicy policy) -> {
                String reason = reason(promotion);
                boolean activated = promotion instanceof Promotion.Activated;
                yield new Shipment(
                        policy.name(),
                        policy.evidence().outcome().name(),
                        reason,
                        activated,
                        Optional.of(policy.candidateDigest()),
                        Optional.of(policy.digest()),
                        Optional.of(policy.evidence()),
                        Optional.of(new Contest.Entrant(policy.name(), policy::policy)),
                        activated ? List.of() : List.of(new Refusal("near-rt-ric", reason, 1)));
            }
        };
    }

    private static Shipment refused(RefusalReason reason, String detail) {
        String words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + detail;
        return new Shipment(
                "bundle",
                "FAIL",
                words,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Refusal("promoter", words, 1)));
    }

    private static String reason(Promotion promotion) {
        return switch (promotion) {
            case Promotion.Activated _ -> "in force at the xApp";
            case Promotion.NotPassed _ -> "not passed";
            case Promotion.BundleRefused refused -> refused.detail();
            case Promotion.RefusedByRic refused -> "the RIC refused " + refused.step() + ": " + refused.detail();
            case Promotion.NotEnforced late -> "sent, and " + late.reason();
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
        artifacts.close();
        requests.shutdownNow();
        pauses.shutdownNow();
    }
}
