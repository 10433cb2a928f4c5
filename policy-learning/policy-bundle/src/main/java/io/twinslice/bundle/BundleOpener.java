package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.DIGEST;
import static io.twinslice.bundle.RefusalReason.EXPIRED;
import static io.twinslice.bundle.RefusalReason.NOT_VERIFIED;
import static io.twinslice.bundle.RefusalReason.NOT_YET_VALID;
import static io.twinslice.bundle.RefusalReason.ROLLBACK;
import static io.twinslice.bundle.RefusalReason.SCHEMA;
import static io.twinslice.bundle.RefusalReason.TOO_LARGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The only way from bytes to a {@link SignedPolicy}.
 *
 * <p>Checks in this order and stops at the first that fails: size; archive form; signatures of verifier and operator
 * over the same bytes; validity now; epoch; digests of all parts; schema; evidence of a pass of this candidate; the
 * trainer's signature. Whatever the input, the answer is an {@link Opening}, never an exception. Thread-safe.
 */
public final class BundleOpener {
    /** No bundle is larger. */
    public static final int MAX_BUNDLE_BYTES = 32 << 20;

    private static final Set<Role> THRESHOLD = Set.of(Role.VERIFIER, Role.OPERATOR);

    private final TrustRoot root;
    private final InstantSource clock;

    /**
     * @param root the keys to believe, pinned by the deployment
     * @param clock tells whether a release is valid now
     */
    public BundleOpener(TrustRoot root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /**
     * Opens a bundle.
     *
     * @param octets the file, of any origin; not kept
     * @param keptEpoch highest epoch accepted so far; the same epoch opens again, a lower one is refused
     */
    public Opening open(byte[] octets, long keptEpoch) {
        try {
            return new Opening.Opened(opened(octets, keptEpoch));
        } catch (InvalidBundleException e) {
            return new Opening.Refused(e.reason(), String.valueOf(e.getMessage()));
        }
    }

    private SignedPolicy opened(byte[] octets, long keptEpoch) throws InvalidBundleException {
        if (octets.length > MAX_BUNDLE_BYTES) {
            throw new InvalidBundleException(TOO_LARGE, octets.length + " bytes, more than " + MAX_BUNDLE_BYTES);
        }
        Map<Part, byte[]> parts = Archive.decode(octets, Part.BUNDLE);
        byte[] statement = DsseEnvelope.parse(Archive.of(Part.ENVELOPE, parts), Part.ENVELOPE.fileName())
                .verified(BundleWriter.RELEASE_TYPE, root, THRESHOLD);
        ReleaseTerms terms = signedTerms(statement, parts);
        requireFresh(terms, keptEpoch);
        if (!Arrays.equals(statement, BundleWriter.statement(parts))) {
            throw new InvalidBundleException(
                    DIGEST, "a part is not the one that was signed: " + differing(statement, parts));
        }
        String digest = Archive.digest(BundleWriter.DIGEST_KIND, Part.VERIFIED, parts);
        if (!Arrays.equals(terms.toJson(digest), Archive.of(Part.RELEASE, parts))) {
            throw new InvalidBundleException(SCHEMA, "release.json is not the canonical release of this bundle");
        }
        PolicyCandidate candidate = PolicyCandidate.fromParts(parts);
        Evidence evidence = passed(candidate, Archive.of(Part.VERIFICATION, parts));
        candidate.requireTrainer(root);
        return new SignedPolicy(candidate, evidence, terms, digest);
    }

    /** The terms come before all other digests, because an old bundle must be known as old whatever else it holds. */
    private static ReleaseTerms signedTerms(byte[] statement, Map<Part, byte[]> parts) throws InvalidBundleException {
        byte[] release = Archive.of(Part.RELEASE, parts);
        if (!signedDigest(statement, Part.RELEASE).equals(Sha256.hex(release))) {
            throw new InvalidBundleException(DIGEST, "release.json is not the one that was signed");
        }
        return ReleaseTerms.parse(release);
    }

    private void requireFresh(ReleaseTerms terms, long keptEpoch) throws InvalidBundleException {
        Instant now = clock.instant();
        if (now.isAfter(terms.notAfter())) {
            throw new InvalidBundleException(EXPIRED, "valid until " + terms.notAfter() + ", now " + now);
        }
        if (now.isBefore(terms.notBefore())) {
            throw new InvalidBundleException(NOT_YET_VALID, "valid from " + terms.notBefore() + ", now " + now);
        }
        if (terms.epoch() < keptEpoch) {
            throw new InvalidBundleException(ROLLBACK, "epoch " + terms.epoch() + " after epoch " + keptEpoch);
        }
    }

    private static Evidence passed(PolicyCandidate candidate, byte[] json) throws InvalidBundleException {
        Evidence evidence = Evidence.parse(json);
        if (!Arrays.equals(evidence.toJson(), json)) {
            throw new InvalidBundleException(NOT_VERIFIED, "verification.json is not in canonical form");
        }
        if (!evidence.candidateDigest().equals(candidate.digest())) {
            throw new InvalidBundleException(NOT_VERIFIED, "the evidence is of another candidate");
        }
        if (evidence.outcome() != Evidence.Outcome.PASS) {
            throw new InvalidBundleException(NOT_VERIFIED, "the verdict is " + evidence.outcome());
        }
        return evidence;
    }

    private static String differing(byte[] statement, Map<Part, byte[]> parts) throws InvalidBundleException {
        for (Part part : Part.SIGNED) {
            if (!signedDigest(statement, part).equals(Sha256.hex(Archive.of(part, parts)))) {
                return part.fileName();
            }
        }
        return "the list of parts";
    }

    private static String signedDigest(byte[] statement, Part part) throws InvalidBundleException {
        JsonNode digests = CanonicalJson.read(statement, "the signed statement", DIGEST)
                .node()
                .path("parts");
        return digests.path(part.fileName()).asText("");
    }
}
