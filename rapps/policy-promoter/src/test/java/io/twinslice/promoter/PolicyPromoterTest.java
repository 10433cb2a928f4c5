package io.twinslice.promoter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.a1.A1Client;
import io.twinslice.a1.A1Dialect;
import io.twinslice.a1.A1Outcome;
import io.twinslice.a1.A1Settings;
import io.twinslice.a1.CellSlicePolicy.Guardrails;
import io.twinslice.a1.Change;
import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.Evidence;
import io.twinslice.bundle.Manifest;
import io.twinslice.bundle.ModelCard;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.Provenance;
import io.twinslice.bundle.RefusalReason;
import io.twinslice.bundle.ReleaseTerms;
import io.twinslice.bundle.Sha256;
import io.twinslice.bundle.SigningKey;
import io.twinslice.bundle.TrustRoot;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Features;
import io.twinslice.verification.Progress;
import io.twinslice.verification.Sealer;
import io.twinslice.verification.TwinFitness;
import io.twinslice.verification.Verdict;
import io.twinslice.verification.VerificationPlan;
import io.twinslice.verification.Verifier;
import io.twinslice.verification.VirtualPlane;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyPromoterTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SigningKey TRAINER = SigningKey.generate(RANDOM);
    private static final SigningKey VERIFIER = SigningKey.generate(RANDOM);
    private static final SigningKey OPERATOR = SigningKey.generate(RANDOM);
    private static final TrustRoot ROOT = TrustRoot.of(TRAINER.publicKey(), VERIFIER.publicKey(), OPERATOR.publicKey());
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final List<byte[]> archived = new ArrayList<>();
    private final Release release =
            new Release(new ReleaseTerms(3, NOW, NOW.plusSeconds(600)), VERIFIER, OPERATOR, archived::add);
    private static final Cell CELL = new Cell("cell-1", CalmEnvironment.TWINS);
    private static final Guardrails RAILS = new Guardrails(List.of(10), 20);

    private final BundleOpener opener = new BundleOpener(ROOT, () -> NOW);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Duration> pauses = new ArrayList<>();
    private FakeRic ric;
    private ArtifactServer artifacts;

    @BeforeEach
    void open() throws Exception {
        ric = new FakeRic(http, opener);
        artifacts = ArtifactServer.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), threads);
    }

    @AfterEach
    void close() {
        artifacts.close();
        ric.close();
        http.close();
        threads.close();
    }

    @Test
    void aGoodCandidateBecomesActive() {
        ric.questionsUnanswered.set(3);
        Promotion promotion = promote(false);

        assertThat(promotion).isInstanceOf(Promotion.Activated.class);
        Promotion.Activated activated = (Promotion.Activated) promotion;
        assertThat(activated.epoch()).isEqualTo(3);
        assertThat(ric.running).isEqualTo(activated.bundleDigest());
        assertThat(archived).containsExactly(bundle());
        assertThat(ric.hasType).isTrue();
        assertThat(pauses).hasSize(4).containsOnly(Duration.ofMillis(50));
    }

    @Test
    void aBadCandidateNeverReachesTheRic() {
        Promotion promotion = promote(true);
        assertThat(promotion).isInstanceOf(Promotion.NotPassed.class);
        assertThat(((Promotion.NotPassed) promotion).verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(ric.hasType).isFalse();
    }

    @Test
    void aPolicyThatTheRicRefusesIsReported() {
        ric.refusesPolicies = true;
        assertThat(promote(false)).isEqualTo(new Promotion.RefusedByRic("policy slices.cell-1", "status 400"));
    }

    @Test
    void aRicThatIsNotThereIsReported() {
        ric.close();
        assertThat(promote(false)).isInstanceOf(Promotion.RefusedByRic.class);
    }

    @Test
    void anXAppThatNeverAnswersIsNotEnforcedAfterTheDeadline() {
        ric.questionsUnanswered.set(1000);
        assertThat(promote(false)).isInstanceOf(Promotion.NotEnforced.class);
        assertThat(pauses).hasSize(11);
    }

    /** An xApp with another trust root says no, which ends the watch at the first answer. */
    @Test
    void anXAppThatRefusesTheBundleEndsTheWatch() throws Exception {
        ric.close();
        SigningKey other = SigningKey.generate(RANDOM);
        TrustRoot foreign = TrustRoot.of(TRAINER.publicKey(), other.publicKey(), OPERATOR.publicKey());
        ric = new FakeRic(http, new BundleOpener(foreign, () -> NOW));
        Promotion promotion = promote(false);
        assertThat(promotion).isInstanceOf(Promotion.NotEnforced.class);
        assertThat(((Promotion.NotEnforced) promotion).reason()).contains("STATEMENT_NOT_APPLICABLE");
        assertThat(pauses).hasSize(1);
    }

    /** The status of an update may still be the status of the policy before. */
    @Test
    void anEnforcedStatusWithoutConfirmationIsNoActivation() {
        Promotion promotion = promoter(digest -> false).ship(bundle(), CELL, RAILS);
        assertThat(promotion).isInstanceOf(Promotion.NotEnforced.class);
        assertThat(((Promotion.NotEnforced) promotion).reason()).isEqualTo("enforced, but not this bundle");
    }

    @Test
    void anExistingBundleIsShippedAndWithdrawn() {
        PolicyPromoter promoter = promoter(digest -> digest.equals(ric.running));
        assertThat(promoter.ship(bundle(), CELL, RAILS)).isInstanceOf(Promotion.Activated.class);
        assertThat(promoter.withdraw(CELL)).isEqualTo(new A1Outcome.Done<>(Change.DELETED));
    }

    @Test
    void aDamagedBundleIsNotSent() {
        byte[] damaged = bundle();
        damaged[damaged.length / 2] ^= 1;
        Promotion promotion = promoter(Confirmation.BY_STATUS).ship(damaged, CELL, RAILS);
        assertThat(((Promotion.BundleRefused) promotion).reason()).isEqualTo(RefusalReason.MALFORMED);
        assertThat(ric.hasType).isFalse();
    }

    @Test
    void anEnvelopeThatA1CannotCarryIsRefused() {
        assertThat(PolicyPromoter.guardrails(Envelope.uniform(2, 10, 100, 20)))
                .isEqualTo(new Guardrails(List.of(10, 10), 20));
        assertThatThrownBy(() -> PolicyPromoter.guardrails(Envelope.uniform(2, 10, 90, 20)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theArtifactServerServesTheLastFilesAndNothingElse() throws Exception {
        byte[] first = {1, 2, 3};
        URI uri = artifacts.publish(first);
        assertThat(get(uri, "GET")).isEqualTo(200);
        assertThat(get(uri, "HEAD")).isEqualTo(200);
        assertThat(get(uri, "POST")).isEqualTo(405);
        assertThat(get(uri.resolve("/bundles/../etc/passwd"), "GET")).isEqualTo(404);
        assertThat(get(uri.resolve("/"), "GET")).isEqualTo(404);
        for (int i = 0; i < ArtifactServer.MAX_ARTIFACTS; i++) {
            artifacts.publish(new byte[] {(byte) i, 9});
        }
        assertThat(get(uri, "GET")).isEqualTo(404);
    }

    private int get(URI uri, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofByteArray()).statusCode();
    }

    private Promotion promote(boolean bad) {
        Verifier verifier = new Verifier(ROOT, new byte[32], Runnable::run);
        return promoter(Confirmation.BY_STATUS)
                .promote(
                        verifier,
                        candidate(),
                        plan(bad),
                        new TwinFitness(true, "green"),
                        release,
                        CELL,
                        Progress.SILENT);
    }

    private byte[] bundle() {
        Verifier verifier = new Verifier(ROOT, new byte[32], Runnable::run);
        Verdict verdict = verifier.verify(candidate(), plan(false), new TwinFitness(true, "green"));
        return Sealer.seal((Verdict.Passed) verdict, release.terms(), release.verifier(), release.operator());
    }

    private PolicyPromoter promoter(Confirmation confirmation) {
        A1Settings settings = new A1Settings(
                ric.root(), "/A1-P/v2", A1Dialect.MEDIATOR, Duration.ofSeconds(20), 2, Duration.ofMillis(1));
        return new PolicyPromoter(
                new A1Client(http, settings, time -> {}),
                artifacts,
                opener,
                new Watch(Duration.ofMillis(50), Duration.ofMillis(500)),
                pauses::add,
                confirmation);
    }

    private static VerificationPlan plan(boolean bad) {
        VirtualPlane plane = new VirtualPlane(
                "calm",
                Evidence.Kind.NOMINAL,
                200,
                0.05,
                List.of(0.01),
                Sha256.hex(new byte[] {1}),
                () -> new CalmEnvironment(bad));
        return new VerificationPlan(List.of(plane), 1, 0.05, 1, Envelope.uniform(1, 10, 100, 20), 20);
    }

    private static PolicyCandidate candidate() {
        List<Integer> layers = List.of(Features.INPUTS, 4, ActionMapping.PER_SLICE);
        return PolicyCandidate.of(
                        new Manifest(
                                "ward",
                                "1.0.0",
                                "ward",
                                1,
                                Manifest.FEATURE_VERSION,
                                layers,
                                Sha256.hex(new byte[] {2}),
                                1),
                        Mlp.random(layers, 0.5f, new SplittableRandom(1)).parameters(),
                        new ModelCard("A test.", List.of(), List.of(), new TreeMap<>()),
                        new Provenance("none", new TreeMap<>()))
                .signedBy(TRAINER);
    }
}
