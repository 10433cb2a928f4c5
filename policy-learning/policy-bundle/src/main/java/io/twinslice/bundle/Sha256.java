package io.twinslice.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as every part of this product prints it: 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final String FORM = "[0-9a-f]{64}";

    private Sha256() {}

    /** Digest of these bytes. */
    public static String hex(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether a text has the form of a digest. */
    public static boolean isDigest(String text) {
        return text.matches(FORM);
    }

    /** @throws IllegalArgumentException unless the text has the form of a digest */
    static void require(String what, String text) {
        if (!isDigest(text)) {
            throw new IllegalArgumentException(what + " must be a SHA-256 in hexadecimal, not \"" + text + "\"");
        }
    }
}
