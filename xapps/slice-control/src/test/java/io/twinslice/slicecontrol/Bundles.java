package io.twinslice.slicecontrol;

import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.BundleWriter;
import io.twinslice.bundle.Evidence;
import io.twinslice.bundle.Manifest;
import io.twinslice.bundle.ModelCard;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.Provenance;
import io.twinslice.bundle.ReleaseTerms;
import io.twinslice.bundle.SignedPolicy;
import io.twinslice.bundle.SigningKey;
import io.twinslice.bundle.TrustRoot;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Features;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Really signed policies with random weights. */
final class Bundles {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant NOT_AFTER = NOW.plusSeconds(3600);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SigningKey TRAINER = SigningKey.generate(RANDOM);
    private static final SigningKey VERIFIER = SigningKey.generate(RANDOM);
    private static final SigningKey OPERATOR = SigningKey.generate(RANDOM);
    private static final TrustRoot ROOT = TrustRoot.of(TRAINER.publicKey(), VERIFIER.publicKey(), OPERATOR.publicKey());
    private static final List<Integer> LAYERS = List.of(Features.INPUTS, 4, ActionMapping.PER_SLICE);
    private static final String DIGEST = "0".repeat(64);

    private Bundles() {}

    static SignedPolicy policy(long seed) {
        PolicyCandidate candidate = PolicyCandidate.of(
                        new Manifest("ward", "1", "ward", 3, Manifest.FEATURE_VERSION, LAYERS, DIGEST, seed),
                        Mlp.random(LAYERS, 0.5f, new SplittableRandom(seed)).parameters(),
                        new ModelCard("A ward.", List.of("campus"), List.of("none"), new TreeMap<>()),
                        new Provenance("erl", new TreeMap<>()))
                .signedBy(TRAINER);
        Evidence evidence = new Evidence(
                candidate.digest(),
                DIGEST,
                1,
                0.02,
                List.of(new Evidence.Gate("G0 bundle", true, "finite")),
                List.of(new Evidence.Family(
                        "campus",
                        Evidence.Kind.NOMINAL,
                        459,
                        459,
                        0.0101,
                        0.01,
                        List.of(new Evidence.Twin("factory", 0.05, 0, 0.00998)))),
                Evidence.Outcome.PASS);
        byte[] octets = BundleWriter.write(
                candidate, evidence, new ReleaseTerms(1, NOW.minusSeconds(60), NOT_AFTER), VERIFIER, OPERATOR);
        return switch (new BundleOpener(ROOT, InstantSource.fixed(NOW)).open(octets, 0)) {
            case Opening.Opened opened -> opened.policy();
            case Opening.Refused refused -> throw new AssertionError(refused.toString());
        };
    }
}
