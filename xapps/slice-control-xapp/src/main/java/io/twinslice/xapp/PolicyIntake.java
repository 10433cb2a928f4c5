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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * From an A1 policy to the policy in charge: type, schema, scope, fetch, open, store, install. The first check that
 * fails ends it, the running policy stays, and the {@link Outcome} says why.
 *
 * <p>Runs on one thread of its own, never on the loop's: fetching blocks. The order is what makes a crash harmless: the
 * bundle is on disk and named as active before the loop sees it, and the loop changes over between two ticks. When the
 * loop does not, the store goes back.
 */
final class PolicyIntake {
    /** What became of a request. */
    sealed interface Outcome {
        /** The policy is in charge. */
        record Activated(String digest, long epoch) implements Outcome {}

        /** The policy of that id is not in charge, or no longer. */
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
     * @param typeId id of the one policy type that is taken
     * @param cellId the cell that policies must name
     * @param twins the configured twins
     * @param envelope the configured guardrails
     */
    record Scope(int typeId, String cellId, List<TwinProfile> twins, Envelope envelope) {}

    private final Scope scope;
    private final PolicyTypeSchema schema;
    private final BundleFetcher fetcher;
    private final BundleOpener opener;
    private final PolicyStore store;
    private final ControlLoop loop;
    private final Duration patience;
    private Optional<PolicyStore.Active> active = Optional.empty();

    /** @param patience how long the loop may take to change over */
    PolicyIntake(
            Scope scope,
            PolicyTypeSchema schema,
            BundleFetcher fetcher,
            BundleOpener opener,
            PolicyStore store,
            ControlLoop loop,
            Duration patience) {
        this.scope = scope;
        this.schema = schema;
        this.fetcher = fetcher;
        this.opener = opener;
        this.store = store;
        this.loop = loop;
        this.patience = patience;
    }

    /**
     * Puts the policy that was active when the process last ran into the loop's inbox. Everything is checked again, so
     * one that expired or was touched meanwhile is refused here as it would be on arrival. Before the loop runs.
     *
     * @return empty when there was none
     */
    Optional<Outcome> resume() {
        try {
            active = store.active();
            if (active.isEmpty()) {
                return Optional.empty();
            }
            CellPolicy policy = read(active.get().policyJson());
            Checked checked = check(policy, store.bundle(active.get()));
            store.settle();
            loop.offer(checked.install(new CompletableFuture<>()));
            return Optional.of(checked.activated());
        } catch (RefusedException e) {
            return Optional.of(e.outcome());
        } catch (IOException e) {
            return Optional.of(new Outcome.Refused("disk", String.valueOf(e.getMessage())));
        }
    }

    Outcome handle(A1PolicyRequest request) throws InterruptedException {
        if (request.typeId() != scope.typeId()) {
            return new Outcome.Refused("type", "policy type " + request.typeId() + " is not taken here");
        }
        return switch (request) {
            case A1PolicyRequest.Create create -> activate(create.instanceId(), create.policyJson());
            case A1PolicyRequest.Update update -> activate(update.instanceId(), update.policyJson());
            case A1PolicyRequest.Delete delete -> withdraw(delete.instanceId());
        };
    }

    private Outcome activate(String instanceId, String policyJson) throws InterruptedException {
        try {
            CellPolicy policy = read(policyJson);
            byte[] bundle = fetched(policy.artifact());
            Checked checked = check(policy, bundle);
            PolicyStore.Active wanted = new PolicyStore.Active(
                    instanceId,
                    policyJson,
                    checked.signed().digest(),
                    checked.signed().epoch());
            store.stage(wanted, bundle);
            return changeOver(checked::install, Optional.of(wanted), checked.activated());
        } catch (RefusedException e) {
            return e.outcome();
        } catch (IOException e) {
            return new Outcome.Refused("disk", String.valueOf(e.getMessage()));
        }
    }

    /** Deleting another policy than the active one changes nothing. */
    private Outcome withdraw(String instanceId) throws InterruptedException {
        if (active.filter(policy -> policy.instanceId().equals(instanceId)).isEmpty()) {
            return new Outcome.Withdrawn();
        }
        try {
            store.stageBaseline();
            return changeOver(Inbound.Withdraw::new, Optional.empty(), new Outcome.Withdrawn());
        } catch (IOException e) {
            return new Outcome.Refused("disk", String.valueOf(e.getMessage()));
        }
    }

    /** A policy that passed every check. */
    private record Checked(CellPolicy policy, SignedPolicy signed) {
        Inbound install(CompletableFuture<Void> done) {
            return new Inbound.Install(signed, policy.twins(), new Shield(policy.envelope()), done);
        }

        Outcome activated() {
            return new Outcome.Activated(signed.digest(), signed.epoch());
        }
    }

    /** Ends the checks with the reason of the first that failed. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Outcome.Refused outcome;

        RefusedException(String reason, String detail) {
            super(detail);
            outcome = new Outcome.Refused(reason, detail);
        }

        Outcome.Refused outcome() {
            return outcome;
        }
    }

    private CellPolicy read(String policyJson) throws RefusedException {
        List<PolicyTypeSchema.Violation> violations = schema.violations(policyJson);
        if (!violations.isEmpty()) {
            PolicyTypeSchema.Violation first = violations.get(0);
            throw new RefusedException("schema", "at \"" + first.where() + "\": " + first.what());
        }
        try {
            return CellPolicy.read(policyJson, scope.cellId(), scope.twins(), scope.envelope());
        } catch (CellPolicy.DoesNotFitException | IllegalArgumentException e) {
            throw new RefusedException("scope", String.valueOf(e.getMessage()));
        }
    }

    private Checked check(CellPolicy policy, byte[] bundle) throws RefusedException, IOException {
        return switch (opener.open(bundle, store.keptEpoch())) {
            case Opening.Refused refused ->
                throw new RefusedException(refused.reason().name().toLowerCase(Locale.ROOT), refused.detail());
            case Opening.Opened opened -> {
                requireNamed(opened.policy(), policy.artifact());
                yield new Checked(policy, opened.policy());
            }
        };
    }

    private byte[] fetched(CellPolicy.Artifact artifact) throws RefusedException, InterruptedException {
        try {
            return fetcher.fetch(artifact);
        } catch (IOException e) {
            throw new RefusedException("fetch", String.valueOf(e.getMessage()));
        }
    }

    private void requireNamed(SignedPolicy signed, CellPolicy.Artifact artifact) throws RefusedException {
        if (!signed.digest().equals(artifact.bundleDigest())
                || signed.epoch() != artifact.epoch()
                || !signed.name().equals(artifact.name())) {
            throw new RefusedException(
                    "digest",
                    "the bundle is " + signed.name() + " " + signed.digest() + " of epoch " + signed.epoch()
                            + ", the A1 policy names " + artifact.name() + " " + artifact.bundleDigest() + " of epoch "
                            + artifact.epoch());
        }
        if (signed.manifest().twins() != scope.twins().size()) {
            throw new RefusedException(
                    "scope",
                    "the bundle was verified for " + signed.manifest().twins() + " twins, this cell has "
                            + scope.twins().size());
        }
    }

    private interface Change {
        Inbound of(CompletableFuture<Void> done);
    }

    private Outcome changeOver(Change change, Optional<PolicyStore.Active> wanted, Outcome outcome)
            throws IOException, InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!loop.offer(change.of(done))) {
            store.restore(active);
            return new Outcome.Refused("overload", "the loop's inbox is full");
        }
        try {
            done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Who completes it first decides: the loop changes over, or the change is called off.
            if (done.cancel(false)) {
                store.restore(active);
                return new Outcome.Refused("overload", "the loop did not tick within " + patience.toMillis() + " ms");
            }
        }
        active = wanted;
        try {
            store.settle();
        } catch (IOException e) {
            // The change stands: the record of the active policy has its epoch, and what is left over is removed later.
        }
        return outcome;
    }
}
