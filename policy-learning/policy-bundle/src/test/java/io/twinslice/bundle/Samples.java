package io.twinslice.bundle;

import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Features;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A small candidate, its evidence and keys for the tests of this module. */
final class Samples {
    static final SecureRandom RANDOM = new SecureRandom();
    static final SigningKey TRAINER = SigningKey.generate(RANDOM);
    static final SigningKey VERIFIER = SigningKey.generate(RANDOM);
    static final SigningKey OPERATOR = SigningKey.generate(RANDOM);
    static final TrustRoot ROOT = TrustRoot.of(TRAINER.publicKey(), VERIFIER.publicKey(), OPERATOR.publicKey());
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final ReleaseTerms TERMS = new ReleaseTerms(7, NOW.minusSeconds(60), NOW.plusSeconds(3600));
    static final String SOME_DIGEST = Sha256.hex(new byte[] {1});
    private static final List<Integer> LAYERS = List.of(Features.INPUTS, 2, ActionMapping.PER_SLICE);

    private Samples() {}

    static Manifest manifest(long seed) {
        return new Manifest("ward", "1.2.0", "ward-line", 3, Manifest.FEATURE_VERSION, LAYERS, SOME_DIGEST, seed);
    }

    static float[] weights(long seed) {
        return Mlp.random(LAYERS, 0.5f, new SplittableRandom(seed)).parameters();
    }

    static PolicyCandidate unsigned(long seed) {
        return PolicyCandidate.of(
                manifest(seed),
                weights(seed),
                new ModelCard(
                        "Slices of one ward.",
                        List.of("campus-burst"),
                        List.of("\"two\" bursts at once"),
                        new TreeMap<>(Map.of("violationSeconds", new ModelCard.Metric(0.25, 0.1, 0.4e-3 + 0.5)))),
                new Provenance("erl", new TreeMap<>(Map.of("suite", SOME_DIGEST))));
    }

    static PolicyCandidate candidate(long seed) {
        return unsigned(seed).signedBy(TRAINER);
    }

    static Evidence evidence(String candidateDigest, Evidence.Outcome outcome) {
        return new Evidence(
                candidateDigest,
                SOME_DIGEST,
                1,
                0.02,
                List.of(new Evidence.Gate("G0 bundle", true, "finite")),
                List.of(new Evidence.Family(
                        "campus-burst",
                        Evidence.Kind.NOMINAL,
                        459,
                        459,
                        0.0101,
                        0.01,
                        List.of(new Evidence.Twin("agv", 0.05, 0, 0.00998)))),
                outcome);
    }

    static byte[] bundle(long seed) {
        PolicyCandidate candidate = candidate(seed);
        return BundleWriter.write(
                candidate, evidence(candidate.digest(), Evidence.Outcome.PASS), TERMS, VERIFIER, OPERATOR);
    }

    static BundleOpener openerAt(Instant now) {
        return new BundleOpener(ROOT, InstantSource.fixed(now));
    }
}
