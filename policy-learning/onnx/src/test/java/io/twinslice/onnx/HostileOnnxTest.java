package io.twinslice.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Seeded damage, for builds in which no fuzzer runs. */
class HostileOnnxTest {
    private static final byte[] GOOD = Onnx.write(
            Mlp.random(Shape.relu(List.of(3, 4, 2)).normed(), 1f, new SplittableRandom(1)), Map.of("name", "seed"));

    @Test
    void everyCutIsRefusedOrReadAndNothingElseIsThrown() throws OnnxException {
        int refused = 0;
        for (int length = 0; length < GOOD.length; length++) {
            refused += isRefused(Arrays.copyOf(GOOD, length)) ? 1 : 0;
        }
        // Only the metadata at the end can be missed without notice.
        assertThat(refused).isGreaterThan(GOOD.length * 9 / 10);
        assertThat(Onnx.read(GOOD).outputs()).isEqualTo(2);
    }

    @Test
    void changedBytesAreRefusedOrReadAndNothingElseIsThrown() {
        SplittableRandom random = new SplittableRandom(2);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = GOOD.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            refused += isRefused(octets) ? 1 : 0;
        }
        assertThat(refused).isBetween(5_000, 19_999);
    }

    private static boolean isRefused(byte[] octets) {
        try {
            Mlp network = Onnx.read(octets);
            network.forward(new float[network.inputs()], new float[network.outputs()]);
            return false;
        } catch (OnnxException e) {
            return true;
        }
    }
}
