package io.twinslice.e2ap;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Golden vectors with random octets changed, cut or doubled cause nothing but a {@link DecodeException}. */
class E2apMutationTest {
    private static final int ROUNDS = 60;

    @Test
    void mutatedVectorsAreDecodedOrRefusedAndNeverCrash() throws IOException {
        Random random = new Random(20261121);
        int refused = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (vector.content().length() > 4096) {
                continue;
            }
            if (!vector.type().equals("E2AP-PDU")) {
                continue;
            }
            for (int round = 0; round < ROUNDS; round++) {
                try {
                    E2apPdu.decode(mutate(vector.octets(), random), DecodeLimits.STANDARD);
                } catch (DecodeException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static byte[] mutate(byte[] octets, Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(octets.length + 4) : octets.length;
        byte[] mutated = java.util.Arrays.copyOf(octets, length);
        for (int i = random.nextInt(4); i >= 0 && length > 0; i--) {
            mutated[random.nextInt(length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF << random.nextInt(8));
        }
        return mutated;
    }
}
