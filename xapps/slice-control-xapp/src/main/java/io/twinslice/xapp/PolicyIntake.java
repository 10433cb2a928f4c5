package io.twinslice.xapp;

import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.SignedPolicy;
import io.twinslice.model.TwinProfile;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Shield;
import io.twinslice.ric.A1PolicyRequest;
import io.twinslice.ric.PolicyTypeSchema;
import io.twinslice.slicecontrol.ControlLoop;
import io.twinslice.slicecontrol.Inbound;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * From an A1 policy to the policy in charge: schema, scope, fetch, open, store, install. The first check that fails
 * ends it, the running policy stays, and the {@link Outcome} says why.
 *
 * <p>Runs on one thread of its own, never on the loop's: fetching blocks. The order is what makes a crash harmless: the
 * bundle is on disk and named as active before the loop sees it, and the loop changes over between two ticks.
 */
final class PolicyIntake {
    private static final long INSTALL_SECONDS = 10;

    /** What became of a request. */
    sealed interface Outcome {
        /** The policy is in charge. */
        record Activated(String digest, long epoch) implements Outcome {}

        /** The baseline is in charge again. */
        record Withdrawn() implements Outcome {}

        /**
         * Nothing changed.
         *
         * @param reason lower-case word for a metric label
         * @param detail what and where
         */
        record Refused(String reason, String detail) implements Outcome {}
    }

    /**
     * @param cellId the cell that policies must name
     * @param twins the configured twins
     * @param envelope the configured guardrails
     */
    record Scope(String cellId, List<TwinProfile> twins, Envelope envelope) {}

    private final Scope scope;
    private final PolicyTypeSchema schema;
    private final BundleFetcher fetcher;
    private final BundleOpener opener;
    private final PolicyStore store;
    private final ControlLoop loop;

    PolicyIntake(
            Scope scope,
            PolicyTypeSchema schema,
            BundleFetcher fetcher,
            BundleOpener opener,
            PolicyStore store,
            ControlLoop loop) {
        this.scope = scope;
        this.schema = schema;
        this.fetcher = fetcher;
        this.opener = opener;
        this.store = store;
        this.loop = loop;
    }

    Outcome handle(A1PolicyRequest request) throws InterruptedException {
        return switch (request) {
            case A1PolicyRequest.Create create -> activate(create.policyJson());
            case A1PolicyRequest.Update update -> activate(update.policyJson());
            case A1PolicyRequest.Delete delete -> withdraw();
        };
    }

    private Outcome activate(String policyJson) throws InterruptedException {
        List<PolicyTypeSchema.Violation> violations = schema.violations(policyJson);
        if (!violations.isEmpty()) {
            PolicyTypeSchema.Violation first = violations.get(0);
            return new Outcome.Refused("schema", "at \"" + first.where() + "\": " + first.what());
        }
        CellPolicy policy;
        try {
            policy = CellPolicy.read(policyJson, scope.cellId(), scope.twins(), scope.envelope());
        } catch (CellPolicy.DoesNotFitException | IllegalArgumentException e) {
            return new Outcome.Refused("scope", String.valueOf(e.getMessage()));
        }
        byte[] octets;
        try {
            octets = fetcher.fetch(policy.artifact());
        } catch (IOException e) {
            return new Outcome.Refused("fetch", String.valueOf(e.getMessage()));
        }
        try {
            return switch (opener.open(octets, store.keptEpoch())) {
                case Opening.Refused refused ->
                    new Outcome.Refused(refused.reason().name().toLowerCase(Locale.ROOT), refused.detail());
                case Opening.Opened opened -> install(opened.policy(), octets, policy);
            };
        } catch (IOException e) {
            return new Outcome.Refused("disk", String.valueOf(e.getMessage()));
        }
    }

    private Outcome install(SignedPolicy signed, byte[] octets, CellPolicy policy)
            throws IOException, InterruptedException {
        CellPolicy.Artifact artifact = policy.artifact();
        if (!signed.digest().equals(artifact.bundleDigest()) || signed.epoch() != artifact.epoch()) {
            return new Outcome.Refused(
                    "digest",
                    "the bundle is " + signed.digest() + " of epoch " + signed.epoch() + ", the A1 policy names "
                            + artifact.bundleDigest() + " of epoch " + artifact.epoch());
        }
        store.activate(signed, octets);
        return changeOver(
                done -> new Inbound.Install(signed, policy.twins(), new Shield(policy.envelope()), done),
                new Outcome.Activated(signed.digest(), signed.epoch()));
    }

    private Outcome withdraw() throws InterruptedException {
        try {
            store.withdraw();
        } catch (IOException e) {
            return new Outcome.Refused("disk", String.valueOf(e.getMessage()));
        }
        return changeOver(Inbound.Withdraw::new, new Outcome.Withdrawn());
    }

    private interface Change {
        Inbound of(CompletableFuture<Void> done);
    }

    private Outcome changeOver(Change change, Outcome outcome) throws InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!loop.offer(change.of(done))) {
            return new Outcome.Refused("overload", "the loop's inbox is full");
        }
        try {
            done.get(INSTALL_SECONDS, TimeUnit.SECONDS);
            return outcome;
        } catch (TimeoutException | ExecutionException e) {
            return new Outcome.Refused("overload", "the loop did not tick within " + INSTALL_SECONDS + " s");
        }
    }
}
