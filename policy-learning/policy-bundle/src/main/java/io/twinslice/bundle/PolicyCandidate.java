package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.DIGEST;
import static io.twinslice.bundle.RefusalReason.SCHEMA;
import static io.twinslice.bundle.RefusalReason.TOO_LARGE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.NetworkPolicy;
import io.twinslice.policy.Policy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A trained policy that nobody has verified yet. It can be evaluated, stored and handed to the verifier, but no xApp
 * takes it. Immutable and thread-safe; every call of {@link #policy()} gives a fresh instance.
 */
public final class PolicyCandidate {
    private static final String DIGEST_KIND = "twinslice.candidate.v1";
    private static final String PROVENANCE_TYPE = "application/vnd.twinslice.provenance.v1+json";
    private static final int MAX_FILE_BYTES = 18 << 20;

    private final Manifest manifest;
    private final float[] weights;
    private final ModelCard modelCard;
    private final Provenance provenance;
    private final Map<Part, byte[]> parts;
    private final String digest;

    private PolicyCandidate(
            Manifest manifest, float[] weights, ModelCard modelCard, Provenance provenance, Map<Part, byte[]> parts) {
        this.manifest = manifest;
        this.weights = weights;
        this.modelCard = modelCard;
        this.provenance = provenance;
        this.parts = parts;
        this.digest = Archive.digest(DIGEST_KIND, Part.CONTENT, parts);
        // A candidate whose network does not fit together must not come into being.
        newPolicy();
    }

    /**
     * Makes a candidate that its trainer has not signed yet.
     *
     * @param weights the network's parameters in the order of {@link Mlp}
     * @throws IllegalArgumentException when a weight is not finite, their number does not fit the layer sizes, or the
     *     layers do not fit the features
     */
    public static PolicyCandidate of(Manifest manifest, float[] weights, ModelCard modelCard, Provenance provenance) {
        Map<Part, byte[]> parts = new EnumMap<>(Part.class);
        parts.put(Part.MANIFEST, manifest.toJson());
        parts.put(Part.WEIGHTS, toOctets(weights));
        parts.put(Part.MODEL_CARD, modelCard.toJson());
        parts.put(Part.PROVENANCE, provenance.toJson());
        return new PolicyCandidate(manifest, weights.clone(), modelCard, provenance, parts);
    }

    /** The same candidate with the trainer's signature over its digest. */
    public PolicyCandidate signedBy(SigningKey trainer) {
        Map<Part, byte[]> signed = new EnumMap<>(parts);
        DsseEnvelope envelope = DsseEnvelope.sign(PROVENANCE_TYPE, statement(), List.of(trainer));
        signed.put(Part.PROVENANCE_ENVELOPE, envelope.toJson());
        return new PolicyCandidate(manifest, weights, modelCard, provenance, signed);
    }

    /** Whether somebody signed it; who that was only {@link #trainedUnder} tells. */
    public boolean isSigned() {
        return parts.containsKey(Part.PROVENANCE_ENVELOPE);
    }

    /** Empty when a trainer of this root has signed exactly this candidate, else what is wrong. */
    public Optional<String> trainedUnder(TrustRoot root) {
        if (!isSigned()) {
            return Optional.of("no trainer has signed the candidate");
        }
        try {
            requireTrainer(root);
            return Optional.empty();
        } catch (InvalidBundleException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    void requireTrainer(TrustRoot root) throws InvalidBundleException {
        byte[] envelope = Archive.of(Part.PROVENANCE_ENVELOPE, parts);
        byte[] payload = DsseEnvelope.parse(envelope, Part.PROVENANCE_ENVELOPE.fileName())
                .verified(PROVENANCE_TYPE, root, Set.of(Role.TRAINER));
        if (!Arrays.equals(payload, statement())) {
            throw new InvalidBundleException(DIGEST, "the trainer signed another candidate");
        }
    }

    private byte[] statement() {
        ObjectNode statement = CanonicalJson.object();
        statement.put("kind", "twinslice.provenance.v1");
        statement.put("candidateDigest", digest);
        statement.set("parts", Archive.digests(Part.CONTENT, parts));
        return CanonicalJson.write(statement);
    }

    /** SHA-256 over manifest, weights, model card and provenance; independent of who signed and when. */
    public String digest() {
        return digest;
    }

    public Manifest manifest() {
        return manifest;
    }

    public ModelCard modelCard() {
        return modelCard;
    }

    public Provenance provenance() {
        return provenance;
    }

    /** A fresh policy, in the state after a restart. */
    public Policy policy() {
        return newPolicy();
    }

    private NetworkPolicy newPolicy() {
        return new NetworkPolicy(manifest.name(), network());
    }

    /** The network behind the policy. */
    public Mlp network() {
        return new Mlp(manifest.layerSizes(), weights);
    }

    Map<Part, byte[]> parts() {
        return parts;
    }

    /**
     * The file form of a signed candidate, by which it travels from the trainer to the verifier.
     *
     * @throws IllegalStateException when nobody has signed it
     */
    public byte[] encode() {
        if (!isSigned()) {
            throw new IllegalStateException("the trainer must sign a candidate before it travels");
        }
        return Archive.encode(Part.CANDIDATE, parts);
    }

    /**
     * Reads what {@link #encode} wrote. Does not judge the signature: {@link #trainedUnder} does.
     *
     * @throws InvalidBundleException for any other bytes
     */
    public static PolicyCandidate decode(byte[] octets) throws InvalidBundleException {
        if (octets.length > MAX_FILE_BYTES) {
            throw new InvalidBundleException(TOO_LARGE, octets.length + " bytes, more than " + MAX_FILE_BYTES);
        }
        PolicyCandidate candidate = fromParts(Archive.decode(octets, Part.CANDIDATE));
        DsseEnvelope.parse(Archive.of(Part.PROVENANCE_ENVELOPE, candidate.parts), Part.PROVENANCE_ENVELOPE.fileName());
        return candidate;
    }

    /** Builds from bytes that may be hostile; other parts in the map are left out. */
    static PolicyCandidate fromParts(Map<Part, byte[]> all) throws InvalidBundleException {
        Map<Part, byte[]> parts = new EnumMap<>(all);
        parts.keySet().retainAll(Part.CANDIDATE);
        try {
            Manifest manifest = Manifest.parse(Archive.of(Part.MANIFEST, parts));
            float[] weights = toFloats(Archive.of(Part.WEIGHTS, parts));
            ModelCard modelCard = ModelCard.parse(Archive.of(Part.MODEL_CARD, parts));
            Provenance provenance = Provenance.parse(Archive.of(Part.PROVENANCE, parts));
            requireCanonical(Part.MANIFEST, manifest.toJson(), parts);
            requireCanonical(Part.MODEL_CARD, modelCard.toJson(), parts);
            requireCanonical(Part.PROVENANCE, provenance.toJson(), parts);
            return new PolicyCandidate(manifest, weights, modelCard, provenance, parts);
        } catch (IllegalArgumentException e) {
            throw new InvalidBundleException(SCHEMA, String.valueOf(e.getMessage()));
        }
    }

    private static void requireCanonical(Part part, byte[] canonical, Map<Part, byte[]> parts)
            throws InvalidBundleException {
        if (!Arrays.equals(canonical, Archive.of(part, parts))) {
            throw new InvalidBundleException(SCHEMA, part.fileName() + " is not in canonical form");
        }
    }

    private static byte[] toOctets(float[] weights) {
        ByteBuffer out = ByteBuffer.allocate(weights.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.asFloatBuffer().put(weights);
        return out.array();
    }

    private static float[] toFloats(byte[] octets) {
        if (octets.length % Float.BYTES != 0) {
            throw new IllegalArgumentException("weights.f32 has " + octets.length + " bytes, no multiple of 4");
        }
        float[] weights = new float[octets.length / Float.BYTES];
        ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(weights);
        return weights;
    }

    @Override
    public String toString() {
        return "PolicyCandidate[" + manifest.name() + " " + manifest.version() + " " + digest + "]";
    }
}
