package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.DIGEST;
import static io.twinslice.bundle.RefusalReason.EXPIRED;
import static io.twinslice.bundle.RefusalReason.MALFORMED;
import static io.twinslice.bundle.RefusalReason.NOT_VERIFIED;
import static io.twinslice.bundle.RefusalReason.NOT_YET_VALID;
import static io.twinslice.bundle.RefusalReason.ROLLBACK;
import static io.twinslice.bundle.RefusalReason.SCHEMA;
import static io.twinslice.bundle.RefusalReason.SIGNATURE;
import static io.twinslice.bundle.RefusalReason.THRESHOLD;
import static io.twinslice.bundle.RefusalReason.TOO_LARGE;
import static io.twinslice.bundle.Samples.NOW;
import static io.twinslice.bundle.Samples.OPERATOR;
import static io.twinslice.bundle.Samples.TERMS;
import static io.twinslice.bundle.Samples.TRAINER;
import static io.twinslice.bundle.Samples.VERIFIER;
import static io.twinslice.bundle.Samples.bundle;
import static io.twinslice.bundle.Samples.candidate;
import static io.twinslice.bundle.Samples.evidence;
import static io.twinslice.bundle.Samples.openerAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class BundleOpenerTest {
    @Test
    void aSealedBundleOpensToThePolicyThatWasTrained() {
        SignedPolicy opened = opened(openerAt(NOW).open(bundle(5), 7));

        assertThat(opened.name()).isEqualTo("ward");
        assertThat(opened.epoch()).isEqualTo(7);
        assertThat(opened.notAfter()).isEqualTo(TERMS.notAfter());
        assertThat(opened.candidateDigest()).isEqualTo(candidate(5).digest());
        assertThat(opened.evidence()).isEqualTo(evidence(opened.candidateDigest(), Evidence.Outcome.PASS));
        assertThat(opened.manifest()).isEqualTo(Samples.manifest(5));
    }

    @Test
    void theSameInputsGiveTheSameBytes() {
        assertThat(bundle(5)).isEqualTo(bundle(5));
        assertThat(bundle(5)).isNotEqualTo(bundle(6));
    }

    @Test
    void theBundleDigestDependsNeitherOnTheReleaseNorOnTheKeys() {
        SigningKey otherVerifier = SigningKey.generate(Samples.RANDOM);
        SigningKey otherOperator = SigningKey.generate(Samples.RANDOM);
        ReleaseTerms later = new ReleaseTerms(9, NOW, NOW.plusSeconds(10));
        byte[] again = BundleWriter.write(
                candidate(5),
                evidence(candidate(5).digest(), Evidence.Outcome.PASS),
                later,
                otherVerifier,
                otherOperator);
        TrustRoot root = TrustRoot.of(TRAINER.publicKey(), otherVerifier.publicKey(), otherOperator.publicKey());

        SignedPolicy first = opened(openerAt(NOW).open(bundle(5), 0));
        SignedPolicy second = opened(new BundleOpener(root, () -> NOW).open(again, 0));

        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(second.epoch()).isEqualTo(9);
    }

    @Test
    void anyFlippedByteIsRefused() {
        byte[] good = bundle(5);
        BundleOpener opener = openerAt(NOW);
        for (int mask : new int[] {0x01, 0x20, 0x80}) {
            for (int at = 0; at < good.length; at++) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) mask;
                assertThat(opener.open(bad, 0))
                        .as("byte %d of %d, mask %x", at, good.length, mask)
                        .isInstanceOf(Opening.Refused.class);
            }
        }
    }

    /** The archive's check sums are no protection, so they are made right here. */
    @Test
    void anyFlippedByteOfAPartIsRefusedWithARepairedArchiveToo() throws Exception {
        Map<Part, byte[]> good = Archive.decode(bundle(5), Part.BUNDLE);
        BundleOpener opener = openerAt(NOW);
        for (Part part : Part.BUNDLE) {
            for (int at = 0; at < Archive.of(part, good).length; at++) {
                Map<Part, byte[]> bad = new EnumMap<>(good);
                byte[] octets = Archive.of(part, good).clone();
                octets[at] ^= 1;
                bad.put(part, octets);
                assertThat(opener.open(Archive.encode(Part.BUNDLE, bad), 0))
                        .as("byte %d of %s", at, part)
                        .isInstanceOf(Opening.Refused.class);
            }
        }
    }

    @Test
    void aShortenedOrLengthenedFileIsRefused() {
        byte[] good = bundle(5);
        BundleOpener opener = openerAt(NOW);
        for (int length = 0; length < good.length; length++) {
            assertThat(opener.open(Arrays.copyOf(good, length), 0)).isInstanceOf(Opening.Refused.class);
        }
        assertThat(reason(opener.open(Arrays.copyOf(good, good.length + 1), 0))).isEqualTo(MALFORMED);
    }

    @Test
    void noFileIsLargerThanTheLimit() {
        assertThat(reason(openerAt(NOW).open(new byte[BundleOpener.MAX_BUNDLE_BYTES + 1], 0)))
                .isEqualTo(TOO_LARGE);
    }

    @Test
    void theReleaseIsValidFromItsFirstToItsLastSecond() {
        assertThat(openerAt(TERMS.notBefore()).open(bundle(5), 0)).isInstanceOf(Opening.Opened.class);
        assertThat(openerAt(TERMS.notAfter()).open(bundle(5), 0)).isInstanceOf(Opening.Opened.class);
        assertThat(reason(openerAt(TERMS.notBefore().minusMillis(1)).open(bundle(5), 0)))
                .isEqualTo(NOT_YET_VALID);
        assertThat(reason(openerAt(TERMS.notAfter().plusMillis(1)).open(bundle(5), 0)))
                .isEqualTo(EXPIRED);
    }

    @Test
    void anEpochBelowTheKeptOneIsARollback() {
        assertThat(reason(openerAt(NOW).open(bundle(5), 8))).isEqualTo(ROLLBACK);
    }

    @Test
    void noRoleShipsAlone() {
        for (List<SigningKey> signers : List.of(
                List.of(TRAINER),
                List.of(VERIFIER),
                List.of(OPERATOR),
                List.of(VERIFIER, VERIFIER),
                List.of(TRAINER, OPERATOR),
                List.of(TRAINER, VERIFIER),
                List.<SigningKey>of())) {
            assertThat(reason(openerAt(NOW).open(signedBy(signers), 0)))
                    .as("%s", signers)
                    .isEqualTo(THRESHOLD);
        }
        assertThat(openerAt(NOW).open(signedBy(List.of(OPERATOR, VERIFIER)), 0)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void aForeignKeyCountsForNothing() {
        SigningKey stranger = SigningKey.generate(Samples.RANDOM);
        assertThat(reason(openerAt(NOW).open(signedBy(List.of(stranger, OPERATOR)), 0)))
                .isEqualTo(THRESHOLD);
    }

    @Test
    void aTrainerTheRootDoesNotKnowIsRefused() {
        PolicyCandidate foreign = Samples.unsigned(5).signedBy(SigningKey.generate(Samples.RANDOM));
        byte[] octets = BundleWriter.write(
                foreign, evidence(foreign.digest(), Evidence.Outcome.PASS), TERMS, VERIFIER, OPERATOR);

        assertThat(reason(openerAt(NOW).open(octets, 0))).isEqualTo(THRESHOLD);
        assertThat(foreign.trainedUnder(Samples.ROOT)).isPresent();
    }

    @Test
    void aTrainersSignatureOfAnotherCandidateIsRefused() {
        Map<Part, byte[]> parts = new EnumMap<>(candidate(5).parts());
        parts.put(
                Part.PROVENANCE_ENVELOPE,
                Archive.of(Part.PROVENANCE_ENVELOPE, candidate(6).parts()));
        parts.put(
                Part.VERIFICATION,
                evidence(candidate(5).digest(), Evidence.Outcome.PASS).toJson());

        assertThat(reason(openerAt(NOW).open(resealed(parts), 0))).isEqualTo(DIGEST);
    }

    @Test
    void aSwappedPartIsRefusedByItsDigest() throws Exception {
        Map<Part, byte[]> parts = Archive.decode(bundle(5), Part.BUNDLE);
        for (Part part : Part.SIGNED) {
            Map<Part, byte[]> swapped = new EnumMap<>(parts);
            byte[] octets = Archive.of(part, parts).clone();
            octets[octets.length / 2] ^= 1;
            swapped.put(part, octets);
            assertThat(openerAt(NOW).open(Archive.encode(Part.BUNDLE, swapped), 0))
                    .as("%s", part)
                    .isEqualTo(new Opening.Refused(
                            DIGEST,
                            part == Part.RELEASE
                                    ? "release.json is not the one that was signed"
                                    : "a part is not the one that was signed: " + part.fileName()));
        }
    }

    @Test
    void aSignatureOfAnotherPayloadTypeIsNotTakenForARelease() throws Exception {
        Map<Part, byte[]> parts = Archive.decode(bundle(5), Part.BUNDLE);
        parts.put(
                Part.ENVELOPE,
                DsseEnvelope.sign(
                                "application/vnd.other+json",
                                BundleWriter.statement(parts),
                                List.of(VERIFIER, OPERATOR))
                        .toJson());
        assertThat(reason(openerAt(NOW).open(Archive.encode(Part.BUNDLE, parts), 0)))
                .isEqualTo(SIGNATURE);

        String renamed = new String(Archive.of(Part.ENVELOPE, parts), StandardCharsets.UTF_8)
                .replace("application/vnd.other+json", BundleWriter.RELEASE_TYPE);
        parts.put(Part.ENVELOPE, renamed.getBytes(StandardCharsets.UTF_8));
        assertThat(reason(openerAt(NOW).open(Archive.encode(Part.BUNDLE, parts), 0)))
                .isEqualTo(SIGNATURE);
    }

    @Test
    void onlyAPassOfThisVeryCandidateOpens() {
        String digest = candidate(5).digest();
        for (Evidence other : List.of(
                evidence(digest, Evidence.Outcome.FAIL),
                evidence(digest, Evidence.Outcome.INCONCLUSIVE),
                evidence(candidate(6).digest(), Evidence.Outcome.PASS))) {
            assertThatThrownBy(() -> BundleWriter.write(candidate(5), other, TERMS, VERIFIER, OPERATOR))
                    .isInstanceOf(IllegalArgumentException.class);
            byte[] forced = BundleWriter.write(candidate(5), other.toJson(), TERMS, List.of(VERIFIER, OPERATOR));
            assertThat(reason(openerAt(NOW).open(forced, 0))).isEqualTo(NOT_VERIFIED);
        }
    }

    @Test
    void aPassWhoseOwnNumbersBreakTheLimitIsRefusedEvenWhenSigned() {
        String digest = candidate(5).digest();
        byte[] forged = new String(evidence(digest, Evidence.Outcome.PASS).toJson(), StandardCharsets.UTF_8)
                .replace("0.00998", "0.02998")
                .getBytes(StandardCharsets.UTF_8);
        byte[] octets = BundleWriter.write(candidate(5), forged, TERMS, List.of(VERIFIER, OPERATOR));
        assertThat(reason(openerAt(NOW).open(octets, 0))).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void aManifestThatDoesNotFitTheWeightsIsRefusedEvenWhenSigned() {
        Map<Part, byte[]> parts = new EnumMap<>(candidate(5).parts());
        parts.put(
                Part.VERIFICATION,
                evidence(candidate(5).digest(), Evidence.Outcome.PASS).toJson());
        byte[] weights = Archive.of(Part.WEIGHTS, parts);
        byte[] notANumber = weights.clone();
        Arrays.fill(notANumber, 0, 4, (byte) 0xff);
        for (byte[] bad : List.of(Arrays.copyOf(weights, weights.length + 4), Arrays.copyOf(weights, 7), notANumber)) {
            parts.put(Part.WEIGHTS, bad);
            assertThat(reason(openerAt(NOW).open(resealed(parts), 0))).isEqualTo(SCHEMA);
        }
    }

    @Test
    void randomDamageNeverThrows() {
        SplittableRandom random = new SplittableRandom(11);
        byte[] good = bundle(5);
        BundleOpener opener = openerAt(NOW);
        for (int trial = 0; trial < 3000; trial++) {
            byte[] bad = Arrays.copyOf(good, good.length - random.nextInt(3) * random.nextInt(200));
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            if (!Arrays.equals(bad, good)) {
                assertThat(opener.open(bad, 0)).isInstanceOf(Opening.Refused.class);
            }
        }
    }

    @Test
    void anOrdinaryZipToolReadsTheFile() throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle(5)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
                assertThat(zip.readAllBytes()).hasSize((int) entry.getSize());
            }
        }
        assertThat(names)
                .containsExactlyElementsOf(
                        Part.BUNDLE.stream().map(Part::fileName).toList());
    }

    private static byte[] signedBy(List<SigningKey> signers) {
        PolicyCandidate candidate = candidate(5);
        return BundleWriter.write(
                candidate, evidence(candidate.digest(), Evidence.Outcome.PASS).toJson(), TERMS, signers);
    }

    /** What an insider with both keys could make. */
    private static byte[] resealed(Map<Part, byte[]> verified) {
        Map<Part, byte[]> parts = new EnumMap<>(verified);
        parts.put(Part.RELEASE, TERMS.toJson(Archive.digest(BundleWriter.DIGEST_KIND, Part.VERIFIED, parts)));
        byte[] statement = BundleWriter.statement(parts);
        parts.put(
                Part.ENVELOPE,
                DsseEnvelope.sign(BundleWriter.RELEASE_TYPE, statement, List.of(VERIFIER, OPERATOR))
                        .toJson());
        return Archive.encode(Part.BUNDLE, parts);
    }

    private static SignedPolicy opened(Opening opening) {
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).policy();
    }

    private static RefusalReason reason(Opening opening) {
        assertThat(opening).isInstanceOf(Opening.Refused.class);
        return ((Opening.Refused) opening).reason();
    }
}
