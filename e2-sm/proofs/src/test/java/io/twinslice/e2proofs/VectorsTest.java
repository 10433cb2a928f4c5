package io.twinslice.e2proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.E2apPdu;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The golden vectors, as those read and write them who keep no remarks. */
class VectorsTest {
    @Test
    void everyValidVectorIsWrittenAgainAsTheSameOctets() throws IOException {
        List<String> wrong = new ArrayList<>();
        int ran = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            try {
                Optional<byte[]> again = again(vector);
                if (again.isPresent()) {
                    ran++;
                    String hex = HexFormat.of().formatHex(again.get());
                    if (!hex.equals(vector.content().toHex())) {
                        wrong.add(vector + ": " + hex);
                    }
                }
            } catch (DecodeException e) {
                wrong.add(vector + ": " + e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ran).isGreaterThan(500);
    }

    /** Broken input is refused where every reference codec refuses it, and accepted where every one accepts it. */
    @Test
    void theCorpusOfBrokenInputGetsTheExpectedVerdicts() throws IOException {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        int accepted = 0;
        for (Vectors.Vector vector : Vectors.read("malformed.jsonl")) {
            String expected = vector.line().get("expected").asText();
            try {
                decode(vector);
                accepted++;
                if (expected.equals("reject")) {
                    wrong.add(vector + " (" + vector.line().path("note") + ") was accepted");
                }
            } catch (DecodeException e) {
                refused++;
                if (expected.startsWith("accept")) {
                    wrong.add(vector + " was refused: " + e.getMessage());
                }
                assertThat(e.getMessage()).contains(" at bit ");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(100);
        assertThat(accepted).isGreaterThan(100);
    }

    /** Golden vectors with random octets changed or cut. */
    @Test
    void mutatedVectorsAreDecodedOrRefusedAndNeverCrash() throws IOException {
        SplittableRandom random = new SplittableRandom(20261121);
        int refused = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            Optional<Decoder> decoder = Decoder.of(vector);
            if (decoder.isPresent() && vector.content().length() <= 4096) {
                for (int round = 0; round < 20; round++) {
                    boolean decoded = HostileInput.decodes(decoder.get().codec(), mutated(vector.octets(), random));
                    refused += decoded ? 0 : 1;
                }
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static byte[] mutated(byte[] octets, SplittableRandom random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(octets.length + 4) : octets.length;
        byte[] mutated = Arrays.copyOf(octets, length);
        for (int i = random.nextInt(4); i >= 0 && length > 0; i--) {
            mutated[random.nextInt(length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF << random.nextInt(8));
        }
        return mutated;
    }

    private static void decode(Vectors.Vector vector) throws DecodeException {
        if (vector.type().equals("E2AP-PDU")) {
            E2apPdu.decode(vector.octets(), DecodeLimits.STANDARD);
        } else {
            Decoder.of(vector).orElseThrow().codec().fromOctets("vector", vector.octets(), DecodeLimits.STANDARD);
        }
    }

    private static Optional<byte[]> again(Vectors.Vector vector) throws DecodeException {
        if (vector.type().equals("E2AP-PDU")) {
            return Optional.of(
                    E2apPdu.decode(vector.octets(), DecodeLimits.STANDARD).encode());
        }
        Optional<Decoder> decoder = Decoder.of(vector);
        return decoder.isEmpty()
                ? Optional.empty()
                : Optional.of(again(decoder.get().codec(), vector.octets()));
    }

    private static <T> byte[] again(Codec<T> codec, byte[] octets) throws DecodeException {
        return codec.toOctets(codec.fromOctets("vector", octets, DecodeLimits.STANDARD));
    }
}
