package io.twinslice.onnx;

import io.twinslice.networks.Activation;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a graph from its one input to its one output and understands it as layers; used once. */
final class Chain {
    private static final float EPSILON = 1e-5f;

    private final Graph graph;
    private final Map<String, List<Node>> users = new HashMap<>();
    private final Set<Node> used = new HashSet<>();
    private final List<Layer> layers = new ArrayList<>();

    /** A layer as far as it is known. */
    private static final class Layer {
        final int in;
        final int out;
        final float[] weights;
        final float[] bias;
        Optional<float[]> gain = Optional.empty();
        Optional<float[]> shift = Optional.empty();
        Optional<Activation> activation = Optional.empty();

        Layer(int in, int out, float[] weights, float[] bias) {
            this.in = in;
            this.out = out;
            this.weights = weights;
            this.bias = bias;
        }
    }

    Chain(Graph graph) {
        this.graph = graph;
        for (Node node : graph.nodes()) {
            for (String input : Set.copyOf(node.inputs())) {
                users.computeIfAbsent(input, name -> new ArrayList<>()).add(node);
            }
        }
    }

    Mlp network() throws OnnxException {
        if (graph.inputs().size() != 1 || graph.outputs().size() != 1) {
            throw new OnnxException("a network has one input and one output, not "
                    + graph.inputs().size() + " and " + graph.outputs().size());
        }
        String value = graph.inputs().getFirst();
        while (!value.equals(graph.outputs().getFirst())) {
            value = follow(value);
        }
        if (used.size() != graph.nodes().size()) {
            throw new OnnxException(
                    (graph.nodes().size() - used.size()) + " nodes do not lie between input and output");
        }
        Shape shape = shape();
        float[] parameters = parameters(shape);
        try {
            return new Mlp(shape, parameters);
        } catch (IllegalArgumentException e) {
            throw new OnnxException(String.valueOf(e.getMessage()));
        }
    }

    /** Takes in what is done with a value; answers the name of what comes of it. */
    private String follow(String value) throws OnnxException {
        List<Node> next = users.getOrDefault(value, List.of());
        if (next.size() == 2) {
            return norm(value, next);
        }
        Node node = only(value);
        switch (node.operator()) {
            case "Gemm" -> gemm(value, node);
            case "MatMul" -> {
                return matMul(value, node);
            }
            case "Tanh" -> activate(node, Activation.TANH);
            case "Relu" -> activate(node, Activation.RELU);
            case "LayerNormalization" -> {
                axis(node, node.integer("axis", -1));
                epsilon(node, node.number("epsilon", EPSILON));
                setNorm(
                        node,
                        constant(node, 1),
                        node.inputs().size() > 2 ? constant(node, 2) : new float[last(node).out]);
            }
            case "Identity" -> {}
            default ->
                throw new OnnxException(
                        node + " is not one of Gemm, MatMul, Add, Tanh, Relu, LayerNormalization," + " Identity");
        }
        return node.output();
    }

    private Node only(String value) throws OnnxException {
        List<Node> next = users.getOrDefault(value, List.of());
        if (next.size() != 1) {
            throw new OnnxException("value \"" + value + "\" is used " + next.size() + " times, not once");
        }
        return take(next.getFirst());
    }

    private Node take(Node node) throws OnnxException {
        if (!used.add(node)) {
            throw new OnnxException(node + " is met twice: the graph has a circle");
        }
        return node;
    }

    private void gemm(String value, Node node) throws OnnxException {
        if (node.number("alpha", 1) != 1 || node.number("beta", 1) != 1 || node.integer("transA", 0) != 0) {
            throw new OnnxException(node + " scales or turns its input");
        }
        requireInput(node, value);
        Tensor weights = matrix(node);
        int rows = (int) weights.dims()[0];
        int cols = (int) weights.dims()[1];
        if (node.integer("transB", 0) == 0) {
            add(rows, cols, weights.values(), bias(node, cols));
            return;
        }
        float[] turned = new float[rows * cols];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                turned[c * rows + r] = weights.values()[r * cols + c];
            }
        }
        add(cols, rows, turned, bias(node, rows));
    }

    private float[] bias(Node node, int width) throws OnnxException {
        return node.inputs().size() > 2 && !node.inputs().get(2).isEmpty() ? row(node, 2, width) : new float[width];
    }

    private String matMul(String value, Node node) throws OnnxException {
        requireInput(node, value);
        Tensor weights = matrix(node);
        int in = (int) weights.dims()[0];
        int out = (int) weights.dims()[1];
        List<Node> next = users.getOrDefault(node.output(), List.of());
        boolean biased = next.size() == 1 && next.getFirst().operator().equals("Add");
        if (!biased) {
            add(in, out, weights.values(), new float[out]);
            return node.output();
        }
        Node sum = take(next.getFirst());
        add(in, out, weights.values(), row(sum, constantInput(sum, node.output()), out));
        return sum.output();
    }

    private static void requireInput(Node node, String value) throws OnnxException {
        if (!node.inputs().getFirst().equals(value) || node.inputs().size() < 2) {
            throw new OnnxException(node + " does not multiply its input by a constant");
        }
    }

    /** Which of the two inputs is not {@code value}. */
    private static int constantInput(Node node, String value) throws OnnxException {
        if (node.inputs().size() != 2) {
            throw new OnnxException(node + " has not two inputs");
        }
        return node.inputs().getFirst().equals(value) ? 1 : 0;
    }

    private Tensor matrix(Node node) throws OnnxException {
        Tensor weights = tensor(node, 1);
        if (weights.dims().length != 2 || Math.max(weights.dims()[0], weights.dims()[1]) > 4096) {
            throw new OnnxException("the weights of " + node + " are no matrix of at most 4096 × 4096");
        }
        return weights;
    }

    private Tensor tensor(Node node, int input) throws OnnxException {
        Tensor constant = input < node.inputs().size()
                ? graph.constants().get(node.inputs().get(input))
                : null;
        if (constant == null || !constant.isFloat()) {
            throw new OnnxException("input " + input + " of " + node + " is no constant of floats");
        }
        return constant;
    }

    private float[] constant(Node node, int input) throws OnnxException {
        return tensor(node, input).values();
    }

    private float[] row(Node node, int input, int width) throws OnnxException {
        float[] values = constant(node, input);
        if (values.length != width) {
            throw new OnnxException(
                    "input " + input + " of " + node + " has " + values.length + " values, not " + width);
        }
        return values;
    }

    private void add(int in, int out, float[] weights, float[] bias) throws OnnxException {
        if (!layers.isEmpty() && layers.getLast().out != in) {
            throw new OnnxException("a layer of " + in + " inputs follows one of " + layers.getLast().out + " outputs");
        }
        layers.add(new Layer(in, out, weights, bias));
    }

    private Layer last(Node node) throws OnnxException {
        if (layers.isEmpty()) {
            throw new OnnxException(node + " comes before the first layer");
        }
        return layers.getLast();
    }

    private void activate(Node node, Activation activation) throws OnnxException {
        Layer layer = last(node);
        if (layer.activation.isPresent()) {
            throw new OnnxException(node + " follows another activation");
        }
        layer.activation = Optional.of(activation);
    }

    private void setNorm(Node node, float[] gain, float[] shift) throws OnnxException {
        Layer layer = last(node);
        if (layer.activation.isPresent() || layer.gain.isPresent()) {
            throw new OnnxException(node + ": a norm stands once, between the sums of a layer and its activation");
        }
        if (gain.length != layer.out || shift.length != layer.out) {
            throw new OnnxException(node + ": gain and shift must have " + layer.out + " values");
        }
        layer.gain = Optional.of(gain);
        layer.shift = Optional.of(shift);
    }

    /** Layer norm written out, as {@link OnnxWriter} does. */
    private String norm(String value, List<Node> next) throws OnnxException {
        boolean meanFirst = next.getFirst().operator().equals("ReduceMean");
        Node mean = take(expect(next.get(meanFirst ? 0 : 1), "ReduceMean"));
        Node centred = take(expect(next.get(meanFirst ? 1 : 0), "Sub"));
        if (!centred.inputs().equals(List.of(value, mean.output()))) {
            throw new OnnxException(centred + " does not subtract the mean");
        }
        lastAxis(mean);
        List<Node> uses = users.getOrDefault(centred.output(), List.of());
        if (uses.size() != 2) {
            throw new OnnxException(centred + " does not begin a layer norm");
        }
        boolean squareFirst = uses.getFirst().operator().equals("Mul");
        Node square = take(expect(uses.get(squareFirst ? 0 : 1), "Mul"));
        Node quotient = take(expect(uses.get(squareFirst ? 1 : 0), "Div"));
        Node variance = expect(only(square.output()), "ReduceMean");
        lastAxis(variance);
        Node lifted = expect(only(variance.output()), "Add");
        float[] epsilon = constant(lifted, constantInput(lifted, variance.output()));
        epsilon(lifted, epsilon.length == 1 ? epsilon[0] : Float.NaN);
        Node root = expect(only(lifted.output()), "Sqrt");
        if (!square.inputs().equals(List.of(centred.output(), centred.output()))
                || !quotient.inputs().equals(List.of(centred.output(), root.output()))
                || !isUsedOnlyBy(quotient, root.output())) {
            throw new OnnxException(quotient + " does not divide by the standard deviation");
        }
        Node scaled = expect(only(quotient.output()), "Mul");
        Node shifted = expect(only(scaled.output()), "Add");
        setNorm(
                scaled,
                constant(scaled, constantInput(scaled, quotient.output())),
                constant(shifted, constantInput(shifted, scaled.output())));
        return shifted.output();
    }

    private boolean isUsedOnlyBy(Node node, String value) {
        return users.getOrDefault(value, List.of()).equals(List.of(node));
    }

    private static Node expect(Node node, String operator) throws OnnxException {
        if (!node.operator().equals(operator)) {
            throw new OnnxException(node + " stands where a layer norm has " + operator);
        }
        return node;
    }

    private static void lastAxis(Node node) throws OnnxException {
        Node.Attribute axes = node.attributes().get("axes");
        if (axes == null || axes.integers().length != 1) {
            throw new OnnxException(node + " does not name one axis");
        }
        axis(node, axes.integers()[0]);
    }

    private static void axis(Node node, long axis) throws OnnxException {
        if (axis != -1 && axis != 1) {
            throw new OnnxException(node + " works along axis " + axis + ", not along a row");
        }
    }

    private static void epsilon(Node node, float epsilon) throws OnnxException {
        if (!(Math.abs(epsilon - EPSILON) < 1e-9f)) {
            throw new OnnxException(node + " has epsilon " + epsilon + ", not " + EPSILON);
        }
    }

    private Shape shape() throws OnnxException {
        if (layers.isEmpty()) {
            throw new OnnxException("a graph without a layer");
        }
        List<Integer> sizes = new ArrayList<>(List.of(layers.getFirst().in));
        layers.forEach(layer -> sizes.add(layer.out));
        List<Layer> hidden = layers.subList(0, layers.size() - 1);
        Activation inside = hidden.isEmpty() ? Activation.TANH : activation(hidden.getFirst());
        boolean normed = !hidden.isEmpty() && hidden.getFirst().gain.isPresent();
        for (Layer layer : hidden) {
            if (activation(layer) != inside || layer.gain.isPresent() != normed) {
                throw new OnnxException("the hidden layers differ in activation or norm");
            }
        }
        if (layers.getLast().gain.isPresent()) {
            throw new OnnxException("the last layer has a norm");
        }
        try {
            return new Shape(sizes, inside, activation(layers.getLast()), normed);
        } catch (IllegalArgumentException e) {
            throw new OnnxException(String.valueOf(e.getMessage()));
        }
    }

    private static Activation activation(Layer layer) {
        return layer.activation.orElse(Activation.LINEAR);
    }

    private float[] parameters(Shape shape) {
        float[] parameters = new float[shape.parameterCount()];
        int at = 0;
        for (Layer layer : layers) {
            at = put(layer.weights, parameters, at);
            at = put(layer.bias, parameters, at);
            at = put(layer.gain.orElse(new float[0]), parameters, at);
            at = put(layer.shift.orElse(new float[0]), parameters, at);
        }
        return parameters;
    }

    private static int put(float[] values, float[] parameters, int at) {
        System.arraycopy(values, 0, parameters, at, values.length);
        return at + values.length;
    }
}
