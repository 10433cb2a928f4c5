package io.twinslice.rc;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Golden vectors with random octets changed, cut or doubled cause nothing but a {@link DecodeException}. */
class RcMutationTest {
    private static final int ROUNDS = 60;

    @Test
    void mutatedVectorsAreDecodedOrRefusedAndNeverCrash() throws IOException {
        Random random = new Random(20261121);
        int refused = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (vector.content().length() > 4096) {
                continue;
            }
            Codec<?> codec = RcVectorsTest.codec(vector).orElse(null);
            if (codec == null) {
                continue;
            }
            for (int round = 0; round < ROUNDS; round++) {
                refused += refused(codec, mutate(vector.octets(), random));
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    /** 1 when the octets are refused; a value that decodes must survive its own encoding. */
    private static <T> int refused(Codec<T> codec, byte[] octets) {
        T value;
        try {
            value = codec.fromOctets("mutation", octets, DecodeLimits.STANDARD);
        } catch (DecodeException e) {
            return 1;
        }
        byte[] canonical;
        try {
            canonical = codec.toOctets(value);
        } catch (IllegalArgumentException e) {
            // an enumeration item of a later text: read as "unrecognised", never sent
            assertThat(e).hasMessageContaining("cannot be sent as UNRECOGNISED");
            return 0;
        }
        try {
            assertThat(codec.toOctets(codec.fromOctets("again", canonical, DecodeLimits.STANDARD)))
                    .isEqualTo(canonical);
        } catch (DecodeException e) {
            throw new AssertionError("the canonical encoding of a decoded value does not decode", e);
        }
        return 0;
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
