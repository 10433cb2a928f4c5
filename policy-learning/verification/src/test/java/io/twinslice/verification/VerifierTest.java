package io.twinslice.verification;

import static io.twinslice.verification.Samples.FIT;
import static io.twinslice.verification.Samples.candidate;
import static io.twinslice.verification.Samples.plan;
import static io.twinslice.verification.Samples.plane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.Evidence;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.SigningKey;
import io.twinslice.env.Scenarios;
import io.twinslice.policy.Envelope;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private final Verifier verifier = new Verifier(Samples.ROOT, Samples.SECRET, Runnable::run);

    @Test
    void aCandidateWithoutViolationsPassesAndItsBundleOpens() {
        VerificationPlan plan = plan(0.05, plane("calm", 300, 0.05, 0, 0, 0), plane("rough", 300, 0.05, 0, 0, 0));
        Verdict verdict = verifier.verify(candidate(1), plan, FIT);

        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        Verdict.Passed passed = (Verdict.Passed) verdict;
        Evidence evidence = passed.evidence();
        assertThat(evidence.planDigest()).isEqualTo(plan.digest());
        assertThat(evidence.gates())
                .extracting(Evidence.Gate::name)
                .containsExactly("G0 bundle", "G1 twin", "G2 static", "G4 planes");
        assertThat(evidence.families()).allSatisfy(family -> {
            assertThat(family.episodes()).isEqualTo(300);
            assertThat(family.twins()).extracting(Evidence.Twin::violations).containsExactly(0, 0);
            assertThat(family.twins().getFirst().upperBound())
                    .isEqualTo(ClopperPearson.upperBound(0, 300, plan.testDelta()));
        });
        byte[] bundle = Sealer.seal(passed, Samples.TERMS, Samples.VERIFIER, Samples.OPERATOR);
        assertThat(new BundleOpener(Samples.ROOT, () -> Samples.NOW).open(bundle, 0))
                .isInstanceOf(Opening.Opened.class);
        assertThat(evidence.claims()).hasSize(2);
    }

    @Test
    void aBadTwinInOneFamilyFailsEarly() {
        VerificationPlan plan = plan(0.05, plane("calm", 300, 0.05, 0, 0, 0), plane("rough", 2000, 0.05, 0, 0.4, 0));
        Verdict verdict = verifier.verify(candidate(1), plan, FIT);

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        Evidence.Family rough = verdict.evidence().families().get(1);
        assertThat(rough.episodes()).isLessThan(2000);
        assertThat(rough.twins().getFirst().violations()).isZero();
        assertThat(rough.twins().get(1).violations()).isGreaterThan(100);
        assertThat(verdict.evidence().outcome()).isEqualTo(Evidence.Outcome.FAIL);
    }

    @Test
    void aRateNearTheLimitIsInconclusive() {
        VerificationPlan plan = plan(0.05, plane("calm", 300, 0.05, 0.05, 0, 0));
        assertThat(verifier.verify(candidate(1), plan, FIT)).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void crashedEpisodesCountAsViolationsOfEveryTwin() {
        VerificationPlan plan = plan(0.05, plane("calm", 300, 0.05, 0, 0, 0.3));
        Verdict verdict = verifier.verify(candidate(1), plan, FIT);
        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(((Verdict.Failed) verdict).reason()).contains("planted crash");
        assertThat(verdict.evidence().families().getFirst().twins())
                .allSatisfy(twin -> assertThat(twin.violations()).isPositive());
    }

    @Test
    void anUnfitTwinIsInconclusiveBeforeAnEpisodeIsPlayed() {
        VerificationPlan plan = plan(0.05, plane("calm", 300, 0.05, 0, 0, 0));
        Verdict verdict = verifier.verify(candidate(1), plan, new TwinFitness(false, "coverage 61 %"));
        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(((Verdict.Inconclusive) verdict).reason()).contains("coverage 61 %");
        assertThat(verdict.evidence().families()).isEmpty();
    }

    @Test
    void aCandidateOfNoKnownTrainerOrForOtherTwinsFails() {
        VerificationPlan plan = plan(0.05, plane("calm", 300, 0.05, 0, 0, 0));
        SigningKey stranger = SigningKey.generate(new SecureRandom());
        for (PolicyCandidate bad : List.of(
                Samples.unsigned(1, 2),
                Samples.unsigned(1, 2).signedBy(stranger),
                Samples.unsigned(1, 3).signedBy(Samples.TRAINER))) {
            assertThat(verifier.verify(bad, plan, FIT)).isInstanceOf(Verdict.Failed.class);
        }
    }

    @Test
    void theSameSecretGivesTheSameEvidenceOnAnyNumberOfThreads() {
        VerificationPlan plan =
                plan(0.05, plane("calm", 300, 0.05, 0.01, 0.02, 0), plane("rough", 300, 0.1, 0.3, 0, 0));
        byte[] here = verifier.verify(candidate(1), plan, FIT).evidence().toJson();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Verifier other = new Verifier(Samples.ROOT, Samples.SECRET, threads);
            assertThat(other.verify(candidate(1), plan, FIT).evidence().toJson())
                    .isEqualTo(here);
        }
    }

    @Test
    void seedsFollowFromSecretCandidatePlanFamilyAndIndex() {
        Set<Long> seeds = new HashSet<>();
        byte[] other = "another secret of thirty-two byt".getBytes(StandardCharsets.US_ASCII);
        for (byte[] secret : List.of(Samples.SECRET, other)) {
            for (String candidate : List.of("c1", "c2")) {
                for (String plan : List.of("p1", "p2")) {
                    VerificationSeeds stream = new VerificationSeeds(secret, candidate, plan);
                    for (int i = 0; i < 50; i++) {
                        seeds.add(stream.seed("calm", i));
                        seeds.add(stream.seed("rough", i));
                    }
                }
            }
        }
        assertThat(seeds).hasSize(2 * 2 * 2 * 2 * 50);
    }

    @Test
    void thePlansDigestCoversEverythingThatMatters() {
        VirtualPlane plane = plane("calm", 300, 0.05, 0, 0, 0);
        VerificationPlan base = plan(0.05, plane);
        List<VerificationPlan> others = new ArrayList<>();
        others.add(plan(0.04, plane));
        others.add(plan(0.05, plane("other", 300, 0.05, 0, 0, 0)));
        others.add(plan(0.05, plane("calm", 301, 0.05, 0, 0, 0)));
        others.add(plan(0.05, plane("calm", 300, 0.06, 0, 0, 0)));
        others.add(base.withAttempt(2));
        others.add(plan(
                0.05,
                new VirtualPlane(
                        "calm",
                        Evidence.Kind.NOMINAL,
                        300,
                        0.05,
                        List.of(0.01, 0.02),
                        Samples.DEFINITION,
                        plane.environments())));
        others.add(new VerificationPlan(base.planes(), 2, 0.05, 1, Envelope.uniform(2, 5, 100, 20), 200));
        others.add(new VerificationPlan(base.planes(), 2, 0.05, 1, Envelope.open(2), 201));
        Set<String> digests = new HashSet<>();
        others.forEach(plan -> digests.add(plan.digest()));
        assertThat(digests).hasSize(others.size()).doesNotContain(base.digest());
        assertThat(plan(0.05, plane("calm", 300, 0.05, 0, 0, 0)).digest()).isEqualTo(base.digest());
    }

    @Test
    void aPlanThatCanNeverPassIsRefusedWithTheNumberItNeeds() {
        assertThatThrownBy(() -> plan(0.02, plane("calm", 100, 0.01, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("calm")
                .hasMessageContaining("" + ClopperPearson.trialsNeeded(0, 0.01, VerificationPlan.share(0.02, 1) / 2));
    }

    /**
     * The gate itself under test: 300 candidates whose one twin violates exactly at the limit. At most a share of 0.05
     * may pass. The exact rate of this gate is 0.024 (at most 4 of 100), so more than 17 passes of 300 would be an
     * event of less than 1 in 1000.
     */
    @Test
    void candidatesAtTheLimitPassNoMoreOftenThanPromised() {
        double delta = 0.05;
        VerificationPlan plan = new VerificationPlan(
                List.of(plane("calm", 100, 0.1, 0.1, 0, 0)),
                2,
                2 * delta / (6 / (Math.PI * Math.PI)),
                1,
                Envelope.open(2),
                1);
        assertThat(plan.testDelta()).isBetween(0.0499, 0.0501);
        int passed = 0;
        for (int trial = 0; trial < 300; trial++) {
            passed += verifier.verify(candidate(trial), plan, FIT) instanceof Verdict.Passed ? 1 : 0;
        }
        assertThat(passed).isBetween(1, 17);
    }

    @Test
    void theFastTwinIsAPlaneToo() {
        var scenario = Scenarios.byName("quiet-shift").withWindows(10);
        int twins = scenario.twins().size();
        List<Double> shares = Collections.nCopies(twins, 0.2);
        int episodes = VerificationPlan.episodesNeeded(0, 0.5, 0.05, 1, 1, twins);
        VerificationPlan plan = new VerificationPlan(
                List.of(VirtualPlane.of(scenario, Evidence.Kind.NOMINAL, episodes, 0.5, shares)),
                twins,
                0.05,
                1,
                Envelope.uniform(twins, 5, 100, 20),
                50);
        Verdict verdict = verifier.verify(Samples.unsigned(3, twins).signedBy(Samples.TRAINER), plan, FIT);
        assertThat(verdict.evidence().families().getFirst().twins()).hasSize(twins);
        assertThat(verdict.evidence().gates()).extracting(Evidence.Gate::passed).startsWith(true, true, true);
        assertThat(VirtualPlane.of(scenario, Evidence.Kind.NOMINAL, episodes, 0.5, shares)
                        .definition())
                .isEqualTo(VirtualPlane.of(scenario, Evidence.Kind.NOMINAL, episodes, 0.5, shares)
                        .definition())
                .isNotEqualTo(VirtualPlane.of(scenario.withWindows(11), Evidence.Kind.NOMINAL, episodes, 0.5, shares)
                        .definition());
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new Verifier(Samples.ROOT, new byte[15], Runnable::run))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
