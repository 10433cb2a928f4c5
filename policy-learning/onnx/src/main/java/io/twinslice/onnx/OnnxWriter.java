package io.twinslice.onnx;

import io.twinslice.networks.Activation;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.SetNetwork;
import io.twinslice.networks.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays the graph of one model out, node by node; used once. */
final class OnnxWriter {
    static final int IR_VERSION = 8;
    static final int OPSET = 13;

    /** The same as of the networks' own norm. */
    private static final float EPSILON = 1e-5f;

    private final List<ProtoWriter> nodes = new ArrayList<>();
    private final List<ProtoWriter> initializers = new ArrayList<>();
    private int values;

    byte[] model(Mlp network, Map<String, String> metadata) {
        layers(network, "observation", "action", 0);
        return model(
                List.of(value("observation", "rows", network.inputs())),
                value("action", "rows", network.outputs()),
                metadata);
    }

    byte[] model(SetNetwork network, Map<String, String> metadata) {
        int width = network.encoder().outputs();
        int common = network.common();
        layers(network.encoder(), "members", "codes", 0);
        node("ReduceMean", List.of("codes"), "mean", ints("axes", 0), integer("keepdims", 1));
        List<ProtoWriter> inputs = new ArrayList<>(List.of(value("members", "members", network.inputs())));
        if (common > 0) {
            node("Concat", List.of("mean", "common"), "seen", integer("axis", 1));
            inputs.add(value("common", "", common));
        }
        // The head's first layer in two parts: what differs from member to member, and what the set has in common.
        Mlp head = network.head();
        float[] parameters = head.parameters();
        int out = head.layerSizes().get(1);
        tensor("own", Arrays.copyOf(parameters, width * out), width, out);
        tensor("all", Arrays.copyOfRange(parameters, width * out, head.inputs() * out), head.inputs() - width, out);
        tensor("start", Arrays.copyOfRange(parameters, head.inputs() * out, (head.inputs() + 1) * out), out);
        node("MatMul", List.of("codes", "own"), "byMember");
        node("Gemm", List.of(common > 0 ? "seen" : "mean", "all", "start"), "bySet");
        boolean alone = head.layerSizes().size() == 2;
        boolean ends = alone && head.shape().output() == Activation.LINEAR;
        String sums = ends ? "action" : fresh();
        node("Add", List.of("byMember", "bySet"), sums);
        if (!ends) {
            String first = after(head, 0, sums, alone ? "action" : fresh());
            if (!alone) {
                layers(head, first, "action", 1);
            }
        }
        return model(inputs, value("action", "members", network.outputs()), metadata);
    }

    private String fresh() {
        return "v" + values++;
    }

    /** All layers of a network from {@code first} on. */
    private void layers(Mlp network, String input, String output, int first) {
        List<Integer> sizes = network.layerSizes();
        float[] parameters = network.parameters();
        int at = 0;
        String below = input;
        for (int l = 0; l + 1 < sizes.size(); l++) {
            int in = sizes.get(l);
            int out = sizes.get(l + 1);
            boolean last = l + 2 == sizes.size();
            if (l >= first) {
                boolean ends = last && network.shape().output() == Activation.LINEAR;
                String sums = ends ? output : fresh();
                String weights = fresh();
                String bias = fresh();
                tensor(weights, Arrays.copyOfRange(parameters, at, at + in * out), in, out);
                tensor(bias, Arrays.copyOfRange(parameters, at + in * out, at + (in + 1) * out), out);
                node("Gemm", List.of(below, weights, bias), sums);
                below = ends ? output : after(network, l, sums, last ? output : fresh());
            }
            at += (in + 1) * out + (isNormed(network.shape(), last) ? 2 * out : 0);
        }
    }

    private static boolean isNormed(Shape shape, boolean last) {
        return shape.layerNorm() && !last;
    }

    /** Norm and activation of layer {@code l}; answers the name of what comes out. */
    private String after(Mlp network, int l, String sums, String output) {
        Shape shape = network.shape();
        boolean last = l + 2 == shape.layerSizes().size();
        Activation activation = last ? shape.output() : shape.hidden();
        boolean normed = isNormed(shape, last);
        String through = sums;
        if (normed) {
            through = activation == Activation.LINEAR ? output : fresh();
            norm(network, l, sums, through);
        }
        switch (activation) {
            case TANH -> node("Tanh", List.of(through), output);
            case RELU -> node("Relu", List.of(through), output);
            case LINEAR -> {
                if (!normed) {
                    node("Identity", List.of(through), output);
                }
            }
        }
        return output;
    }

    /** Layer norm in the operators of opset 13, which has none of its own. */
    private void norm(Mlp network, int l, String sums, String output) {
        int gainAt = 0;
        for (int i = 0; i <= l; i++) {
            int out = network.layerSizes().get(i + 1);
            gainAt += (network.layerSizes().get(i) + 1) * out + (i < l ? 2 * out : 0);
        }
        int out = network.layerSizes().get(l + 1);
        String gain = fresh();
        String shift = fresh();
        String epsilon = fresh();
        tensor(gain, Arrays.copyOfRange(network.parameters(), gainAt, gainAt + out), out);
        tensor(shift, Arrays.copyOfRange(network.parameters(), gainAt + out, gainAt + 2 * out), out);
        tensor(epsilon, new float[] {EPSILON}, 1);
        String mean = step("ReduceMean", List.of(sums), ints("axes", -1), integer("keepdims", 1));
        String centred = step("Sub", List.of(sums, mean));
        String squares = step("Mul", List.of(centred, centred));
        String variance = step("ReduceMean", List.of(squares), ints("axes", -1), integer("keepdims", 1));
        String lifted = step("Add", List.of(variance, epsilon));
        String deviation = step("Sqrt", List.of(lifted));
        String normalised = step("Div", List.of(centred, deviation));
        String scaled = step("Mul", List.of(normalised, gain));
        node("Add", List.of(scaled, shift), output);
    }

    private String step(String operator, List<String> inputs, ProtoWriter... attributes) {
        String output = fresh();
        node(operator, inputs, output, attributes);
        return output;
    }

    private void node(String operator, List<String> inputs, String output, ProtoWriter... attributes) {
        ProtoWriter node = new ProtoWriter();
        inputs.forEach(input -> node.text(Field.NODE_INPUT, input));
        node.text(Field.NODE_OUTPUT, output).text(Field.NODE_NAME, operator + "-" + nodes.size());
        node.text(Field.NODE_OPERATOR, operator);
        for (ProtoWriter attribute : attributes) {
            node.message(Field.NODE_ATTRIBUTE, attribute);
        }
        nodes.add(node);
    }

    private static ProtoWriter integer(String name, long value) {
        return new ProtoWriter()
                .text(Field.ATTRIBUTE_NAME, name)
                .number(Field.ATTRIBUTE_INT, value)
                .number(Field.ATTRIBUTE_TYPE, Field.INT_ATTRIBUTE);
    }

    private static ProtoWriter ints(String name, long value) {
        return new ProtoWriter()
                .text(Field.ATTRIBUTE_NAME, name)
                .number(Field.ATTRIBUTE_INTS, value)
                .number(Field.ATTRIBUTE_TYPE, Field.INTS_ATTRIBUTE);
    }

    private void tensor(String name, float[] values, int... dims) {
        ProtoWriter tensor = new ProtoWriter();
        for (int dim : dims) {
            tensor.number(Field.TENSOR_DIMS, dim);
        }
        initializers.add(tensor.number(Field.TENSOR_TYPE, Field.FLOAT)
                .text(Field.TENSOR_NAME, name)
                .floats(Field.TENSOR_RAW, values));
    }

    /** @param rows name of the number of rows; empty for one row */
    private static ProtoWriter value(String name, String rows, int columns) {
        ProtoWriter first = rows.isEmpty()
                ? new ProtoWriter().number(Field.DIMENSION_VALUE, 1)
                : new ProtoWriter().text(Field.DIMENSION_NAME, rows);
        ProtoWriter shape = new ProtoWriter()
                .message(Field.SHAPE_DIMENSION, first)
                .message(Field.SHAPE_DIMENSION, new ProtoWriter().number(Field.DIMENSION_VALUE, columns));
        ProtoWriter tensor = new ProtoWriter()
                .number(Field.TENSOR_TYPE_ELEMENT, Field.FLOAT)
                .message(Field.TENSOR_TYPE_SHAPE, shape);
        return new ProtoWriter()
                .text(Field.VALUE_NAME, name)
                .message(Field.VALUE_TYPE, new ProtoWriter().message(Field.TYPE_TENSOR, tensor));
    }

    private byte[] model(List<ProtoWriter> inputs, ProtoWriter output, Map<String, String> metadata) {
        ProtoWriter graph = new ProtoWriter();
        nodes.forEach(node -> graph.message(Field.GRAPH_NODE, node));
        graph.text(Field.GRAPH_NAME, "network");
        initializers.forEach(tensor -> graph.message(Field.GRAPH_INITIALIZER, tensor));
        inputs.forEach(input -> graph.message(Field.GRAPH_INPUT, input));
        graph.message(Field.GRAPH_OUTPUT, output);
        ProtoWriter model = new ProtoWriter()
                .number(Field.MODEL_IR_VERSION, IR_VERSION)
                .text(Field.MODEL_PRODUCER, "twinslice")
                .message(Field.MODEL_GRAPH, graph)
                .message(
                        Field.MODEL_OPSET,
                        new ProtoWriter().text(Field.OPSET_DOMAIN, "").number(Field.OPSET_VERSION, OPSET));
        new TreeMap<>(metadata)
                .forEach((key, text) -> model.message(
                        Field.MODEL_METADATA,
                        new ProtoWriter().text(Field.ENTRY_KEY, key).text(Field.ENTRY_VALUE, text)));
        return model.octets();
    }
}
