package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.SCHEMA;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The public keys that an xApp believes, by role. Immutable and thread-safe.
 *
 * <p>Its JSON form: {@code {"keys":[{"publicKey":"<base64 of X.509>","role":"VERIFIER"}],"version":1}}.
 */
public final class TrustRoot {
    private static final int VERSION = 1;
    private static final int MAX_KEYS = 32;

    private final TreeMap<String, TrustedKey> byId = new TreeMap<>();

    /**
     * One believed key.
     *
     * @param role what its signature stands for
     * @param publicKey an Ed25519 key
     */
    public record TrustedKey(Role role, PublicKey publicKey) {}

    /**
     * @param keys at most 32, each key in one role only
     * @throws IllegalArgumentException when a key is listed twice, which would let one key fill two roles
     */
    public TrustRoot(List<TrustedKey> keys) {
        if (keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException(keys.size() + " keys, more than " + MAX_KEYS);
        }
        for (TrustedKey key : keys) {
            String id = SigningKey.id(key.publicKey());
            if (byId.putIfAbsent(id, key) != null) {
                throw new IllegalArgumentException("the key " + id + " is listed twice");
            }
        }
    }

    /** The usual root: one key for each role. */
    public static TrustRoot of(PublicKey trainer, PublicKey verifier, PublicKey operator) {
        return new TrustRoot(List.of(
                new TrustedKey(Role.TRAINER, trainer),
                new TrustedKey(Role.VERIFIER, verifier),
                new TrustedKey(Role.OPERATOR, operator)));
    }

    /**
     * Reads the JSON form.
     *
     * @throws InvalidBundleException when it is anything else
     */
    public static TrustRoot parse(byte[] json) throws InvalidBundleException {
        return CanonicalJson.read(json, "trust root", SCHEMA).as(root -> {
            root.integer("version", VERSION, VERSION);
            return new TrustRoot(root.list(
                    "keys",
                    MAX_KEYS,
                    key -> new TrustedKey(
                            key.choice("role", Role.class),
                            SigningKey.publicKey(Base64.getDecoder().decode(key.text("publicKey", 256))))));
        });
    }

    /** The JSON form, canonical. */
    public byte[] toJson() {
        ObjectNode root = CanonicalJson.object();
        root.put("version", VERSION);
        ArrayNode keys = root.putArray("keys");
        for (TrustedKey key : byId.values()) {
            keys.addObject()
                    .put("role", key.role().name())
                    .put(
                            "publicKey",
                            Base64.getEncoder().encodeToString(key.publicKey().getEncoded()));
        }
        return CanonicalJson.write(root);
    }

    /** The believed key of this id. */
    Optional<TrustedKey> key(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Key ids and roles. */
    @Override
    public String toString() {
        Map<String, Role> roles = new TreeMap<>();
        byId.forEach((id, key) -> roles.put(id, key.role()));
        return "TrustRoot" + roles;
    }
}
