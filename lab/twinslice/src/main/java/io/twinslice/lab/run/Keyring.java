package io.twinslice.lab.run;

import io.twinslice.bundle.SigningKey;
import io.twinslice.bundle.TrustRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

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
        Files.createDirectories(folder);
        trainer.savePublic(folder, "trainer");
        verifier.savePublic(folder, "verifier");
        operator.savePublic(folder, "operator");
    }
}
