package io.twinslice.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes bundles. Its one caller is the sealer of the verification module, which hands over nothing but passed
 * verdicts; what protects an xApp is that both keys must have signed.
 */
public final class BundleWriter {
    static final String DIGEST_KIND = "twinslice.bundle.v1";
    static final String RELEASE_TYPE = "application/vnd.twinslice.release.v1+json";

    private BundleWriter() {}

    /**
     * Assembles and signs a bundle. Equal arguments give equal bytes.
     *
     * @throws IllegalArgumentException when no trainer has signed the candidate, or the evidence is of another
     *     candidate or no pass
     */
    public static byte[] write(
            PolicyCandidate candidate,
            Evidence evidence,
            ReleaseTerms terms,
            SigningKey verifier,
            SigningKey operator) {
        if (!evidence.candidateDigest().equals(candidate.digest()) || evidence.outcome() != Evidence.Outcome.PASS) {
            throw new IllegalArgumentException("the evidence does not show that this candidate passed");
        }
        return write(candidate, evidence.toJson(), terms, List.of(verifier, operator));
    }

    static byte[] write(PolicyCandidate candidate, byte[] evidence, ReleaseTerms terms, List<SigningKey> signers) {
        if (!candidate.isSigned()) {
            throw new IllegalArgumentException("no trainer has signed the candidate");
        }
        Map<Part, byte[]> parts = new EnumMap<>(candidate.parts());
        parts.put(Part.VERIFICATION, evidence);
        parts.put(Part.RELEASE, terms.toJson(Archive.digest(DIGEST_KIND, Part.VERIFIED, parts)));
        parts.put(
                Part.ENVELOPE,
                DsseEnvelope.sign(RELEASE_TYPE, statement(parts), signers).toJson());
        return Archive.encode(Part.BUNDLE, parts);
    }

    /** What verifier and operator sign: the digests of all other parts. */
    static byte[] statement(Map<Part, byte[]> parts) {
        ObjectNode statement = CanonicalJson.object();
        statement.put("kind", "twinslice.release.v1");
        statement.set("parts", Archive.digests(Part.SIGNED, parts));
        return CanonicalJson.write(statement);
    }
}
