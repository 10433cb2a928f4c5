package io.twinslice.lab.run;

import io.twinslice.bundle.SigningKey;
import io.twinslice.bundle.TrustRoot;
import io.twinslice.lab.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The three roles of a run. Their keys are made anew for each run and never leave memory; only the public halves are
 * written. In a deployment the three stand in three places.
 */
record Keyring(SigningKey trainer, SigningKey verifier, SigningKey operator) {
    static Keyring generate(SecureRandom random) {
        return new Keyring(SigningKey.generate(random), SigningKey.generate(random), SigningKey.generate(random));
    }

    TrustRoot trustRoot() {
        return TrustRoot.of(trainer.publicKey(), verifier.publicKey(), operator.publicKey());
    }

    void savePublicHalves(Path folder) throws IOException {
        save(folder.resolve("trainer.pub"), trainer.publicKey());
        save(folder.resolve("verifier.pub"), verifier.publicKey());
        save(folder.resolve("operator.pub"), operator.publicKey());
    }

    private static void save(Path file, PublicKey key) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        AtomicFile.write(
                file,
                ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
