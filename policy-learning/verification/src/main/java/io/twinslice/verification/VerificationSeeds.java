package io.twinslice.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seeds that only the verifier can tell beforehand: the first eight bytes of HMAC-SHA256(secret, candidate digest ‖
 * plan digest ‖ family ‖ index). Another candidate or another plan gets other seeds, so nobody can train on them.
 */
final class VerificationSeeds {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;
    private final String prefix;

    VerificationSeeds(byte[] secret, String candidateDigest, String planDigest) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
        this.prefix = candidateDigest + "\n" + planDigest + "\n";
    }

    /** Thread-safe. */
    long seed(String family, int index) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] code = mac.doFinal((prefix + family + "\n" + index).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(code).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
