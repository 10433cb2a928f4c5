package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.MALFORMED;
import static io.twinslice.bundle.RefusalReason.SIGNATURE;
import static io.twinslice.bundle.RefusalReason.THRESHOLD;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A DSSE v1 envelope (github.com/secure-systems-lab/dsse): a payload, its type, and Ed25519 signatures over both.
 *
 * <p>The payload type is part of the signed bytes, so a statement of one kind can never pass for one of another kind.
 */
final class DsseEnvelope {
    private static final int MAX_SIGNATURES = 8;

    private final String payloadType;
    private final byte[] payload;
    private final List<Signed> signatures;

    private record Signed(String keyId, String base64) {}

    private DsseEnvelope(String payloadType, byte[] payload, List<Signed> signatures) {
        this.payloadType = payloadType;
        this.payload = payload;
        this.signatures = signatures;
    }

    static DsseEnvelope sign(String payloadType, byte[] payload, List<SigningKey> keys) {
        byte[] message = preAuthenticationEncoding(payloadType, payload);
        return new DsseEnvelope(
                payloadType,
                payload,
                keys.stream()
                        .map(key -> new Signed(key.id(), Base64.getEncoder().encodeToString(key.sign(message))))
                        .toList());
    }

    /** {@code "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body}: what is signed. */
    static byte[] preAuthenticationEncoding(String type, byte[] body) {
        byte[] typeOctets = type.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("DSSEv1 " + typeOctets.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(typeOctets);
        out.writeBytes((" " + body.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    byte[] toJson() {
        ObjectNode envelope = CanonicalJson.object();
        envelope.put("payloadType", payloadType);
        envelope.put("payload", Base64.getEncoder().encodeToString(payload));
        ArrayNode list = envelope.putArray("signatures");
        signatures.forEach(
                signed -> list.addObject().put("keyid", signed.keyId()).put("sig", signed.base64()));
        return CanonicalJson.write(envelope);
    }

    /** Reads the canonical JSON form and nothing else. */
    static DsseEnvelope parse(byte[] json, String where) throws InvalidBundleException {
        DsseEnvelope envelope = CanonicalJson.read(json, where, MALFORMED)
                .as(fields -> new DsseEnvelope(
                        fields.text("payloadType", 128),
                        Base64.getDecoder().decode(fields.text("payload", 1 << 16)),
                        fields.list(
                                "signatures",
                                MAX_SIGNATURES,
                                signed -> new Signed(signed.text("keyid", 64), signed.text("sig", 128)))));
        if (!Arrays.equals(envelope.toJson(), json)) {
            throw new InvalidBundleException(MALFORMED, where + " is not in canonical form");
        }
        return envelope;
    }

    /**
     * The payload, once every required role has signed exactly these bytes as this type. Keys that the root does not
     * know are ignored, as DSSE says; a wrong signature by a known key refuses the whole envelope.
     */
    byte[] verified(String expectedType, TrustRoot root, Set<Role> required) throws InvalidBundleException {
        if (!payloadType.equals(expectedType)) {
            throw new InvalidBundleException(SIGNATURE, "the payload type is not " + expectedType);
        }
        byte[] message = preAuthenticationEncoding(payloadType, payload);
        Set<Role> missing = EnumSet.copyOf(required);
        for (Signed signed : signatures) {
            Optional<TrustRoot.TrustedKey> key = root.key(signed.keyId());
            if (key.isEmpty()) {
                continue;
            }
            if (!SigningKey.verifies(key.get().publicKey(), message, decode(signed))) {
                throw new InvalidBundleException(
                        SIGNATURE, "the signature of the " + key.get().role() + " does not fit the bytes");
            }
            missing.remove(key.get().role());
        }
        if (!missing.isEmpty()) {
            throw new InvalidBundleException(THRESHOLD, "no valid signature of " + missing);
        }
        return payload;
    }

    private static byte[] decode(Signed signed) throws InvalidBundleException {
        try {
            return Base64.getDecoder().decode(signed.base64());
        } catch (IllegalArgumentException e) {
            throw new InvalidBundleException(MALFORMED, "a signature is not base64");
        }
    }
}
