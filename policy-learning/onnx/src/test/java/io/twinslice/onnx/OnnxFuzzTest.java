package io.twinslice.onnx;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Whatever the bytes, reading gives a network that can be computed, or an {@link OnnxException}. */
class OnnxFuzzTest {
    private static final byte[] GOOD = Onnx.write(
            Mlp.random(Shape.relu(List.of(3, 4, 2)).normed(), 1f, new SplittableRandom(1)), Map.of("name", "seed"));

    @FuzzTest(maxDuration = "60s")
    void anyBytesGetAnAnswer(byte[] octets) {
        read(octets);
    }

    @FuzzTest(maxDuration = "60s")
    void aChangedModelGetsAnAnswer(FuzzedDataProvider data) {
        byte[] octets = GOOD.clone();
        while (data.remainingBytes() > 2) {
            octets[data.consumeInt(0, octets.length - 1)] = data.consumeByte();
        }
        read(octets);
    }

    private static void read(byte[] octets) {
        try {
            Mlp network = Onnx.read(octets);
            network.forward(new float[network.inputs()], new float[network.outputs()]);
        } catch (OnnxException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("a refusal without a reason", e);
            }
        }
    }
}
