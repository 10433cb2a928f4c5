package io.twinslice.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.twinslice.networks.Activation;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.SetNetwork;
import io.twinslice.networks.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxTest {
    private static final List<Integer> SIZES = List.of(28, 64, 64, 4);

    static Stream<Shape> shapes() {
        return Stream.of(
                Shape.tanh(SIZES),
                Shape.relu(SIZES),
                Shape.tanh(SIZES).normed(),
                Shape.relu(SIZES).normed().ending(Activation.TANH),
                Shape.tanh(List.of(5, 3)),
                Shape.relu(List.of(5, 3)).ending(Activation.RELU));
    }

    /** Microsoft's runtime is the judge: it shares no line with ours. */
    @ParameterizedTest
    @MethodSource("shapes")
    void onnxRuntimeComputesTheSameToAMillionth(Shape shape) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        Mlp network = Mlp.random(shape, 1f, random);
        int rows = 64;
        float[] inputs = values(random, rows * network.inputs());
        byte[] model = Onnx.write(network, Map.of());
        float[] theirs = run(model, Map.of("observation", tensor(inputs, rows)), rows * network.outputs());
        float[] ours = new float[network.outputs()];
        for (int r = 0; r < rows; r++) {
            network.forward(Arrays.copyOfRange(inputs, r * network.inputs(), (r + 1) * network.inputs()), ours);
            for (int i = 0; i < ours.length; i++) {
                assertThat(theirs[r * ours.length + i])
                        .isCloseTo(ours[i], within(1e-6f * Math.max(1, Math.abs(ours[i]))));
            }
        }
    }

    static Stream<SetNetwork> sets() {
        SplittableRandom random = new SplittableRandom(2);
        Shape encoder = Shape.tanh(List.of(12, 32, 16)).ending(Activation.TANH);
        return Stream.of(
                SetNetwork.random(encoder, Shape.tanh(List.of(36, 32, 4)), 1f, random),
                SetNetwork.random(encoder, Shape.relu(List.of(32, 24, 24, 4)).normed(), 1f, random),
                SetNetwork.random(encoder, Shape.tanh(List.of(33, 4)), 1f, random),
                SetNetwork.random(encoder, Shape.tanh(List.of(33, 4)).ending(Activation.TANH), 1f, random));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void onnxRuntimeComputesNetworksOverSetsOfAnySizeToAMillionth(SetNetwork network) throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        byte[] model = Onnx.write(network, Map.of());
        for (int members : new int[] {1, 3, 16}) {
            float[] inputs = values(random, members * network.inputs());
            float[] common = values(random, network.common());
            Map<String, float[][]> feed = new HashMap<>(Map.of("members", tensor(inputs, members)));
            if (network.common() > 0) {
                feed.put("common", tensor(common, 1));
            }
            float[] theirs = run(model, feed, members * network.outputs());
            float[] ours = new float[members * network.outputs()];
            network.on(Kernel.fastest()).forward(members, inputs, common, ours);
            for (int i = 0; i < ours.length; i++) {
                assertThat(theirs[i]).isCloseTo(ours[i], within(1e-6f * Math.max(1, Math.abs(ours[i]))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatWasWrittenIsReadBackToTheBit(Shape shape) throws OnnxException {
        Mlp network = Mlp.random(shape, 1f, new SplittableRandom(4));
        byte[] model = Onnx.write(network, Map.of("name", "a policy", "version", "1"));
        Mlp back = Onnx.read(model);
        assertThat(back.layerSizes()).isEqualTo(shape.layerSizes());
        assertThat(back.shape().output()).isEqualTo(shape.output());
        assertThat(back.shape().layerNorm()).isEqualTo(shape.layerNorm());
        assertThat(back.parameters()).isEqualTo(network.parameters());
        assertThat(Onnx.write(back, Map.of("version", "1", "name", "a policy"))).isEqualTo(model);
    }

    @Test
    void aNetworkThatAnotherExporterWroteIsRead() throws OnnxException {
        // As common exporters do: turned weights, MatMul and Add apart, float_data, constants listed as inputs.
        ProtoWriter graph = new ProtoWriter()
                .message(
                        Field.GRAPH_NODE,
                        node("Gemm", "g", List.of("x", "w0", "b0"), "h")
                                .message(
                                        Field.NODE_ATTRIBUTE,
                                        new ProtoWriter()
                                                .text(Field.ATTRIBUTE_NAME, "transB")
                                                .number(Field.ATTRIBUTE_INT, 1)))
                .message(Field.GRAPH_NODE, node("Relu", "r", List.of("h"), "p"))
                .message(Field.GRAPH_NODE, node("MatMul", "m", List.of("p", "w1"), "q"))
                .message(Field.GRAPH_NODE, node("Add", "a", List.of("b1", "q"), "y"))
                .message(Field.GRAPH_INITIALIZER, constant("w0", new float[] {1, 2, 3, 4, 5, 6}, 3, 2))
                .message(Field.GRAPH_INITIALIZER, constant("b0", new float[] {0.5f, 0, -1}, 3))
                .message(Field.GRAPH_INITIALIZER, constant("w1", new float[] {1, -1, 2}, 3, 1))
                .message(Field.GRAPH_INITIALIZER, constant("b1", new float[] {10}, 1))
                .message(Field.GRAPH_INPUT, new ProtoWriter().text(Field.VALUE_NAME, "x"))
                .message(Field.GRAPH_INPUT, new ProtoWriter().text(Field.VALUE_NAME, "w0"))
                .message(Field.GRAPH_OUTPUT, new ProtoWriter().text(Field.VALUE_NAME, "y"));
        Mlp network = Onnx.read(model(graph, 17));
        float[] output = new float[1];
        network.forward(new float[] {1, 1}, output);
        assertThat(network.shape()).isEqualTo(Shape.relu(List.of(2, 3, 1)));
        assertThat(output).containsExactly(10 + 3.5f - 7 + 20);
    }

    @Test
    void whatTheNetworksCannotComputeIsRefusedWithTheReason() {
        assertThatThrownBy(() -> Onnx.read(new byte[0])).hasMessageContaining("no graph");
        assertThatThrownBy(() -> Onnx.read("not a model".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(OnnxException.class);
        refused(model(chain("Softmax"), 13), "Softmax \"n\" is not one of");
        refused(model(chain("Tanh"), 13), "comes before the first layer");
        refused(model(chain("Tanh"), 6), "opset 6");
        ProtoWriter circle = chain("Identity");
        circle.message(Field.GRAPH_NODE, node("Identity", "z", List.of("z"), "z"));
        refused(model(circle, 13), "1 nodes do not lie between");
        ProtoWriter loop = new ProtoWriter()
                .message(Field.GRAPH_NODE, node("Identity", "n", List.of("x"), "x"))
                .message(Field.GRAPH_INPUT, new ProtoWriter().text(Field.VALUE_NAME, "x"))
                .message(Field.GRAPH_OUTPUT, new ProtoWriter().text(Field.VALUE_NAME, "y"));
        refused(model(loop, 13), "the graph has a circle");
        ProtoWriter wide = chain("Gemm", "w").message(Field.GRAPH_INITIALIZER, constant("w", new float[] {1, 2}, 3, 2));
        refused(model(wide, 13), "has 2 values for dimensions [3, 2]");
        ProtoWriter huge = chain("Gemm", "w")
                .message(Field.GRAPH_INITIALIZER, constant("w", new float[0], 1 << 25, 1 << 25, 1 << 25));
        refused(model(huge, 13), "has 0 values");
        ProtoWriter infinite =
                chain("Gemm", "w").message(Field.GRAPH_INITIALIZER, constant("w", new float[] {Float.NaN}, 1, 1));
        refused(model(infinite, 13), "parameter 0 is NaN");
        SetNetwork set = sets().findFirst().orElseThrow();
        refused(Onnx.write(set, Map.of()), "one input and one output, not 2 and 1");
    }

    private static void refused(byte[] model, String reason) {
        assertThatThrownBy(() -> Onnx.read(model))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining(reason);
    }

    private static ProtoWriter chain(String operator, String... constants) {
        List<String> inputs =
                Stream.concat(Stream.of("x"), Stream.of(constants)).toList();
        return new ProtoWriter()
                .message(Field.GRAPH_NODE, node(operator, "n", inputs, "y"))
                .message(Field.GRAPH_INPUT, new ProtoWriter().text(Field.VALUE_NAME, "x"))
                .message(Field.GRAPH_OUTPUT, new ProtoWriter().text(Field.VALUE_NAME, "y"));
    }

    private static ProtoWriter node(String operator, String name, List<String> inputs, String output) {
        ProtoWriter node = new ProtoWriter().text(Field.NODE_OPERATOR, operator).text(Field.NODE_NAME, name);
        inputs.forEach(input -> node.text(Field.NODE_INPUT, input));
        return node.text(Field.NODE_OUTPUT, output);
    }

    private static ProtoWriter constant(String name, float[] values, int... dims) {
        ProtoWriter tensor = new ProtoWriter().text(Field.TENSOR_NAME, name).number(Field.TENSOR_TYPE, Field.FLOAT);
        for (int dim : dims) {
            tensor.number(Field.TENSOR_DIMS, dim);
        }
        return tensor.floats(Field.TENSOR_FLOATS, values);
    }

    private static byte[] model(ProtoWriter graph, int opset) {
        return new ProtoWriter()
                .message(Field.MODEL_OPSET, new ProtoWriter().number(Field.OPSET_VERSION, opset))
                .message(Field.MODEL_GRAPH, graph)
                .octets();
    }

    private static float[] run(byte[] model, Map<String, float[][]> feed, int outputs) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try (OrtSession session = environment.createSession(model)) {
            for (Map.Entry<String, float[][]> entry : feed.entrySet()) {
                tensors.put(entry.getKey(), OnnxTensor.createTensor(environment, entry.getValue()));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                float[] values = new float[outputs];
                ((OnnxTensor) result.get(0)).getFloatBuffer().get(values);
                return values;
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static float[][] tensor(float[] values, int rows) {
        int width = values.length / rows;
        float[][] tensor = new float[rows][];
        for (int r = 0; r < rows; r++) {
            tensor[r] = Arrays.copyOfRange(values, r * width, (r + 1) * width);
        }
        return tensor;
    }

    private static float[] values(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2f * (float) random.nextDouble() - 1f;
        }
        return values;
    }
}
