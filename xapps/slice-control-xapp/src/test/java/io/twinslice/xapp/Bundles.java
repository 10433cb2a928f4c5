package io.twinslice.xapp;

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

/** Really signed bundles with random weights, for a cell of four twins. */
final class Bundles {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant NOT_AFTER = NOW.plusSeconds(3600);
    static final int TWINS = 4;

    private static final SecureRandom RANDOM = new SecureRandom();
    static final SigningKey TRAINER = SigningKey.generate(RANDOM);
    static final SigningKey VERIFIER = SigningKey.generate(RANDOM);
    static final SigningKey OPERATOR = SigningKey.generate(RANDOM);
    static final SigningKey STRANGER = SigningKey.generate(RANDOM);
    static final TrustRoot ROOT = TrustRoot.of(TRAINER.publicKey(), VERIFIER.publicKey(), OPERATOR.publicKey());
    private static final List<Integer> LAYERS = List.of(Features.INPUTS, 4, ActionMapping.PER_SLICE);
    private static final String DIGEST = "0".repeat(64);

    private Bundles() {}

    static byte[] bundle(long seed, long epoch) {
        return bundle(seed, new ReleaseTerms(epoch, NOW.minusSeconds(60), NOT_AFTER));
    }

    static byte[] bundle(long seed, ReleaseTerms terms) {
        return bundle(seed, TWINS, terms, VERIFIER, OPERATOR);
    }

    static byte[] bundle(long seed, int twins, ReleaseTerms terms, SigningKey verifier, SigningKey operator) {
        PolicyCandidate candidate = PolicyCandidate.of(
                        new Manifest("floor", "1", "floor", twins, Manifest.FEATURE_VERSION, LAYERS, DIGEST, seed),
                        Mlp.random(LAYERS, 0.5f, new SplittableRandom(seed)).parameters(),
                        new ModelCard("A floor.", List.of("campus"), List.of("none"), new TreeMap<>()),
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
        return BundleWriter.write(candidate, evidence, terms, verifier, operator);
    }

    /** What is inside a good bundle. */
    static SignedPolicy opened(byte[] bundle) {
        return switch (opener().open(bundle, 0)) {
            case Opening.Opened opened -> opened.policy();
            case Opening.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    static BundleOpener opener() {
        return new BundleOpener(ROOT, InstantSource.fixed(NOW));
    }
}
