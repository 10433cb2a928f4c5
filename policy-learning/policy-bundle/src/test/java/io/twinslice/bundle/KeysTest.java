package io.twinslice.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    Path folder;

    @Test
    void aKeySurvivesTheDisk() throws Exception {
        SigningKey key = SigningKey.generate(Samples.RANDOM);
        key.save(folder, "operator");
        SigningKey loaded = SigningKey.load(folder, "operator");

        assertThat(loaded.id()).isEqualTo(key.id());
        assertThat(loaded.sign(new byte[] {9})).isEqualTo(key.sign(new byte[] {9}));
        assertThat(SigningKey.loadPublic(folder.resolve("operator.pub.pem"))).isEqualTo(key.publicKey());
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void theSecretHalfIsReadableByItsOwnerOnly() throws Exception {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        SigningKey.generate(Samples.RANDOM).save(folder, "verifier");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("verifier.key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyIsNeverOverwritten() throws Exception {
        SigningKey key = SigningKey.generate(Samples.RANDOM);
        key.save(folder, "trainer");
        assertThatThrownBy(() -> SigningKey.generate(Samples.RANDOM).save(folder, "trainer"))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(SigningKey.load(folder, "trainer").id()).isEqualTo(key.id());
    }

    @Test
    void twoHalvesOfDifferentPairsAreRefused() throws Exception {
        SigningKey.generate(Samples.RANDOM).save(folder, "a");
        SigningKey.generate(Samples.RANDOM).save(folder, "b");
        Files.move(folder.resolve("b.pub.pem"), folder.resolve("a.pub.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> SigningKey.load(folder, "a")).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoKeyIsRefused() throws Exception {
        SigningKey.generate(Samples.RANDOM).save(folder, "a");
        for (String text : List.of("", "-----BEGIN PRIVATE KEY-----", "x".repeat(5000))) {
            Files.writeString(folder.resolve("a.key.pem"), text);
            assertThatThrownBy(() -> SigningKey.load(folder, "a")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aKeyNeverPrintsItsSecret() {
        assertThat(Samples.VERIFIER.toString()).isEqualTo("SigningKey[" + Samples.VERIFIER.id() + "]");
    }

    @Test
    void aTrustRootSurvivesItsJsonForm() throws Exception {
        byte[] json = Samples.ROOT.toJson();
        TrustRoot read = TrustRoot.parse(json);
        assertThat(read.toJson()).isEqualTo(json);
        assertThat(new BundleOpener(read, () -> Samples.NOW).open(Samples.bundle(1), 0))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void oneKeyCannotFillTwoRoles() {
        assertThatThrownBy(() -> TrustRoot.of(
                        Samples.TRAINER.publicKey(), Samples.VERIFIER.publicKey(), Samples.VERIFIER.publicKey()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoTrustRootIsRefused() {
        String good = new String(Samples.ROOT.toJson(), StandardCharsets.UTF_8);
        for (String bad : List.of(
                "",
                "[]",
                "{}",
                good + " {}",
                good.replace("VERIFIER", "JANITOR"),
                good.replace("\"version\":1", "\"version\":2"),
                good.replaceFirst("publicKey\":\"MCow", "publicKey\":\"AAAA"),
                "[".repeat(5000))) {
            assertThatThrownBy(() -> TrustRoot.parse(bad.getBytes(StandardCharsets.UTF_8)))
                    .as("%.80s", bad)
                    .isInstanceOf(InvalidBundleException.class);
        }
    }

    @Test
    void theSignedBytesFollowDsse() {
        // The example of the DSSE v1 protocol document.
        assertThat(DsseEnvelope.preAuthenticationEncoding(
                        "http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @Test
    void canonicalJsonHasOneFormAndRefusesDuplicates() throws Exception {
        byte[] loose = "{\"b\":[1, 2.50,true,null],\"a\":\"\\u0041\\n\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(CanonicalJson.write(
                        CanonicalJson.read(loose, "it", RefusalReason.SCHEMA).node()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"a\":\"A\\n\",\"b\":[1,2.5,true,null]}");
        assertThatThrownBy(() -> CanonicalJson.read(
                        "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8), "it", RefusalReason.SCHEMA))
                .isInstanceOf(InvalidBundleException.class);
    }
}
