package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.a1.A1PolicyType;
import io.twinslice.a1.CellSlicePolicy;
import io.twinslice.aper.Octets;
import io.twinslice.bundle.Sha256;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Shield;
import io.twinslice.ric.A1PolicyRequest;
import io.twinslice.ric.PolicyTypeSchema;
import io.twinslice.slicecontrol.ControlLoop;
import io.twinslice.slicecontrol.ControlOutcome;
import io.twinslice.slicecontrol.DecisionLog;
import io.twinslice.slicecontrol.Inbound;
import io.twinslice.slicecontrol.LoopSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The intake with its real store, fetcher and loop; the test ticks the loop, or does not. */
class PolicyIntakeTest {
    private static final int TYPE = SliceControlXapp.POLICY_TYPE_ID;
    private static final byte[] A = Bundles.bundle(1, 1);
    private static final byte[] B = Bundles.bundle(2, 2);
    private static final String DIGEST_A = Bundles.opened(A).digest();

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private ArtifactHost host;
    private ControlLoop loop;

    @BeforeEach
    void open() throws IOException {
        host = new ArtifactHost();
        loop = newLoop();
    }

    @AfterEach
    void close() {
        host.close();
        http.shutdownNow();
    }

    private static ControlLoop newLoop() {
        DecisionLog none = new DecisionLog() {
            @Override
            public void decided(
                    long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String digest) {}

            @Override
            public void settled(long control, ControlOutcome outcome) {}
        };
        return new ControlLoop(
                new LoopSettings(Site.SCENARIO.twins(), 52, 100, "00101", 3, 1_000, 4, 4),
                Baselines.proportional(4),
                new Shield(Envelope.open(4)),
                octets -> Optional.empty(),
                none);
    }

    private PolicyIntake intake(Duration patience) throws IOException {
        return new PolicyIntake(
                new PolicyIntake.Scope(TYPE, Site.CELL, Site.SCENARIO.twins(), Envelope.open(4)),
                PolicyTypeSchema.of(A1PolicyType.cellSlicePolicy().schema().toString()),
                new BundleFetcher(http, List.of("127.0.0.1"), patience),
                Bundles.opener(),
                new PolicyStore(folder),
                loop,
                patience);
    }

    private ObjectNode policy(byte[] bundle) {
        String sha256 = Sha256.hex(bundle);
        return new CellSlicePolicy(
                        Site.CELL,
                        Site.SCENARIO.twins(),
                        new CellSlicePolicy.Artifact(
                                "floor",
                                host.publish("/" + sha256, bundle),
                                sha256,
                                Bundles.opened(bundle).digest(),
                                bundle.length,
                                Bundles.opened(bundle).epoch()),
                        new CellSlicePolicy.Guardrails(Collections.nCopies(4, 5), 50))
                .toJson();
    }

    private A1PolicyRequest create(String id, byte[] bundle) {
        return new A1PolicyRequest.Create(TYPE, id, policy(bundle).toString());
    }

    private void tick() {
        loop.tick(1, Bundles.NOW);
    }

    /** Handles a request while the test ticks the loop. */
    private PolicyIntake.Outcome handled(PolicyIntake intake, A1PolicyRequest request) throws Exception {
        CompletableFuture<PolicyIntake.Outcome> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(intake.handle(request));
            } catch (InterruptedException | RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        Await.until("the intake is done", () -> {
            tick();
            return outcome.isDone();
        });
        return outcome.get(1, TimeUnit.SECONDS);
    }

    private void activateA(PolicyIntake intake) throws Exception {
        assertThat(handled(intake, create("cell", A))).isEqualTo(new PolicyIntake.Outcome.Activated(DIGEST_A, 1));
        assertThat(loop.policyDigest()).isEqualTo(DIGEST_A);
    }

    private void requireA() throws IOException {
        tick();
        assertThat(loop.policyDigest()).isEqualTo(DIGEST_A);
        assertThat(new PolicyStore(folder).active().orElseThrow().digest()).isEqualTo(DIGEST_A);
        assertThat(new PolicyStore(folder).keptEpoch()).isEqualTo(1);
    }

    @Test
    void aLoopThatDoesNotTickKeepsItsPolicyAndSoDoesTheStore() throws Exception {
        PolicyIntake intake = intake(Duration.ofSeconds(20));
        activateA(intake);
        PolicyIntake hasty = intake(Duration.ofMillis(300));
        assertThat(hasty.resume()).isPresent();

        assertThat(hasty.handle(create("cell", B)))
                .isInstanceOfSatisfying(
                        PolicyIntake.Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("overload"));
        requireA();
    }

    @Test
    void aFullInboxIsARefusalThatChangesNothing() throws Exception {
        PolicyIntake intake = intake(Duration.ofSeconds(20));
        activateA(intake);
        for (int i = 0; i < 4; i++) {
            assertThat(loop.offer(new Inbound.E2Message(1, Octets.of(new byte[] {1}))))
                    .isTrue();
        }

        assertThat(intake.handle(create("cell", B)))
                .isEqualTo(new PolicyIntake.Outcome.Refused("overload", "the loop's inbox is full"));
        requireA();
        assertThat(intake.handle(new A1PolicyRequest.Delete(TYPE, "other")))
                .isEqualTo(new PolicyIntake.Outcome.Withdrawn());
        requireA();
    }

    @Test
    void aBundleThatDripsInIsGivenUpInTime() throws Exception {
        PolicyIntake intake = intake(Duration.ofMillis(300));
        ObjectNode policy = policy(A);
        policy.withObject("policyArtifact")
                .put("uri", host.uri("/endless").toString())
                .put("sizeBytes", 1000);

        assertThat(intake.handle(new A1PolicyRequest.Create(TYPE, "cell", policy.toString())))
                .isInstanceOfSatisfying(PolicyIntake.Outcome.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo("fetch");
                    assertThat(refused.detail()).contains("did not answer completely within 300 ms");
                });
    }

    @Test
    void anotherPolicyTypeIsRefusedWhateverItSays() throws Exception {
        PolicyIntake intake = intake(Duration.ofSeconds(20));
        activateA(intake);

        assertThat(intake.handle(new A1PolicyRequest.Delete(TYPE + 1, "cell")))
                .isInstanceOfSatisfying(
                        PolicyIntake.Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("type"));
        requireA();
    }

    @Test
    void aPolicyOfAnotherIdTakesTheCellOverAndTheFormerIdHasNothingMoreToSay() throws Exception {
        PolicyIntake intake = intake(Duration.ofSeconds(20));
        activateA(intake);
        String digest = Bundles.opened(B).digest();
        assertThat(handled(intake, create("second", B))).isEqualTo(new PolicyIntake.Outcome.Activated(digest, 2));

        assertThat(intake.handle(new A1PolicyRequest.Delete(TYPE, "cell")))
                .isEqualTo(new PolicyIntake.Outcome.Withdrawn());
        tick();
        assertThat(loop.policyDigest()).isEqualTo(digest);

        assertThat(handled(intake, new A1PolicyRequest.Delete(TYPE, "second")))
                .isEqualTo(new PolicyIntake.Outcome.Withdrawn());
        assertThat(loop.policyDigest()).isEqualTo("baseline");
    }

    @Test
    void afterARestartTheIdOfThePolicyInChargeIsKnown() throws Exception {
        activateA(intake(Duration.ofSeconds(20)));
        loop = newLoop();
        PolicyIntake next = intake(Duration.ofSeconds(20));
        assertThat(next.resume()).contains(new PolicyIntake.Outcome.Activated(DIGEST_A, 1));
        requireA();

        assertThat(handled(next, new A1PolicyRequest.Delete(TYPE, "cell")))
                .isEqualTo(new PolicyIntake.Outcome.Withdrawn());
        assertThat(loop.policyDigest()).isEqualTo("baseline");
        assertThat(intake(Duration.ofSeconds(20)).resume()).isEmpty();
    }

    @Test
    void aStoreWhoseEpochIsLostLetsNothingIn() throws Exception {
        activateA(intake(Duration.ofSeconds(20)));
        Files.writeString(folder.resolve("active"), "x");
        Files.writeString(folder.resolve("epoch"), "x");
        loop = newLoop();
        PolicyIntake next = intake(Duration.ofSeconds(20));

        assertThat(next.resume())
                .hasValueSatisfying(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                PolicyIntake.Outcome.Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo("disk")));
        assertThat(next.handle(create("cell", B)))
                .isInstanceOfSatisfying(
                        PolicyIntake.Outcome.Refused.class,
                        refused -> assertThat(refused.detail()).contains("is damaged"));
        tick();
        assertThat(loop.policyDigest()).isEqualTo("baseline");
    }
}
