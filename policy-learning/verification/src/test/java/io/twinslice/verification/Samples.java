package io.twinslice.verification;

import io.twinslice.bundle.Evidence;
import io.twinslice.bundle.Manifest;
import io.twinslice.bundle.ModelCard;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.Provenance;
import io.twinslice.bundle.ReleaseTerms;
import io.twinslice.bundle.Sha256;
import io.twinslice.bundle.SigningKey;
import io.twinslice.bundle.TrustRoot;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Features;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Candidates, keys and plans for the tests of this module. */
final class Samples {
    private static final SecureRandom RANDOM = new SecureRandom();
    static final SigningKey TRAINER = SigningKey.generate(RANDOM);
    static final SigningKey VERIFIER = SigningKey.generate(RANDOM);
    static final SigningKey OPERATOR = SigningKey.generate(RANDOM);
    static final TrustRoot ROOT = TrustRoot.of(TRAINER.publicKey(), VERIFIER.publicKey(), OPERATOR.publicKey());
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final ReleaseTerms TERMS = new ReleaseTerms(1, NOW, NOW.plusSeconds(3600));
    static final byte[] SECRET = "a secret of thirty-two bytes....".getBytes(StandardCharsets.US_ASCII);
    static final TwinFitness FIT = new TwinFitness(true, "all measures green");
    static final String DEFINITION = Sha256.hex(new byte[] {7});

    private Samples() {}

    static PolicyCandidate unsigned(long seed, int twins) {
        List<Integer> layers = List.of(Features.INPUTS, 4, ActionMapping.PER_SLICE);
        return PolicyCandidate.of(
                new Manifest("ward", "1.0.0", "ward", twins, Manifest.FEATURE_VERSION, layers, DEFINITION, seed),
                Mlp.random(layers, 0.5f, new SplittableRandom(seed)).parameters(),
                new ModelCard("A test.", List.of(), List.of(), new TreeMap<>()),
                new Provenance("none", new TreeMap<>()));
    }

    static PolicyCandidate candidate(long seed) {
        return unsigned(seed, 2).signedBy(TRAINER);
    }

    static VirtualPlane plane(String name, int episodes, double limit, double a, double b, double crash) {
        return new VirtualPlane(
                name,
                Evidence.Kind.NOMINAL,
                episodes,
                limit,
                List.of(0.01, 0.01),
                DEFINITION,
                () -> new PlantedEnvironment(a, b, crash));
    }

    static VerificationPlan plan(double delta, VirtualPlane... planes) {
        return new VerificationPlan(List.of(planes), 2, delta, 1, Envelope.open(2), 200);
    }
}
