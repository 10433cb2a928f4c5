package io.twinslice.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * An Ed25519 key pair that can sign. Its id is the SHA-256 of the public key in X.509 form.
 *
 * <p>On disk it is two PEM files: {@code <name>.key.pem} (PKCS#8, readable by its owner only) and
 * {@code <name>.pub.pem} (X.509). Thread-safe; never prints the private key.
 */
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int MAX_PEM_BYTES = 4096;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Makes a new key pair from this source of randomness. */
    public static SigningKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /**
     * Reads what {@link #save} wrote and tries the pair out.
     *
     * @throws IOException when a file is missing, no Ed25519 key, or the two do not belong together
     */
    public static SigningKey load(Path folder, String name) throws IOException {
        Path secret = folder.resolve(name + ".key.pem");
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            SigningKey key = new SigningKey(
                    keys.generatePrivate(
                            new PKCS8EncodedKeySpec(unwrap(SafeFile.read(secret, MAX_PEM_BYTES), "PRIVATE KEY"))),
                    loadPublic(folder.resolve(name + ".pub.pem")));
            byte[] probe = {1, 2, 3};
            if (!verifies(key.publicKey, probe, key.sign(probe))) {
                throw new IOException(secret + " does not belong to the public key beside it");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(secret + " is not an Ed25519 key in PKCS#8 PEM", e);
        }
    }

    /**
     * Reads a public key in X.509 PEM.
     *
     * @throws IOException when the file is missing or something else
     */
    public static PublicKey loadPublic(Path file) throws IOException {
        try {
            return publicKey(unwrap(SafeFile.read(file, MAX_PEM_BYTES), "PUBLIC KEY"));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not an Ed25519 public key in X.509 PEM", e);
        }
    }

    /** @throws IllegalArgumentException unless these are an Ed25519 key in X.509 form */
    static PublicKey publicKey(byte[] x509) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key in X.509 form", e);
        }
    }

    /**
     * Writes both halves as {@code <name>.key.pem} and {@code <name>.pub.pem}, the secret one for its owner only.
     *
     * @throws IOException when the folder cannot be written or one of the files exists already
     */
    public void save(Path folder, String name) throws IOException {
        SafeFile.writeSecret(folder.resolve(name + ".key.pem"), wrap(privateKey.getEncoded(), "PRIVATE KEY"));
        savePublic(folder, name);
    }

    /** Writes {@code name.pub.pem}, the half that others may have, with fsync and rename. */
    public void savePublic(Path folder, String name) throws IOException {
        SafeFile.write(folder.resolve(name + ".pub.pem"), wrap(publicKey.getEncoded(), "PUBLIC KEY"));
    }

    /** SHA-256 of the public key in X.509 form. */
    public String id() {
        return id(publicKey);
    }

    static String id(PublicKey key) {
        return Sha256.hex(key.getEncoded());
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key must be able to sign", e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] wrap(byte[] der, String what) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] unwrap(byte[] pem, String what) {
        String text = new String(pem, StandardCharsets.US_ASCII).strip();
        String head = "-----BEGIN " + what + "-----";
        String tail = "-----END " + what + "-----";
        if (!text.startsWith(head) || !text.endsWith(tail) || text.length() < head.length() + tail.length()) {
            throw new IllegalArgumentException("no PEM of a " + what);
        }
        String body = text.substring(head.length(), text.length() - tail.length());
        return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
