package io.twinslice.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a model file says, not yet understood. */
record Graph(List<Node> nodes, Map<String, Tensor> constants, List<String> inputs, List<String> outputs) {
    private static final int MOST = 512;
    private static final int OLDEST_OPSET = 7;
    private static final int NEWEST_OPSET = 25;

    static Graph parse(byte[] octets) throws OnnxException {
        ProtoReader in = new ProtoReader(octets);
        List<Node> nodes = new ArrayList<>();
        Map<String, Tensor> constants = new HashMap<>();
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        long opset = 0;
        boolean found = false;
        while (in.next()) {
            if (in.field() == Field.MODEL_GRAPH) {
                if (found) {
                    throw new OnnxException("two graphs");
                }
                found = true;
                graph(in.message(), nodes, constants, inputs, outputs);
            } else if (in.field() == Field.MODEL_OPSET) {
                opset = Math.max(opset, opset(in.message()));
            }
        }
        if (!found) {
            throw new OnnxException("no graph: this is not an ONNX model");
        }
        if (opset < OLDEST_OPSET || opset > NEWEST_OPSET) {
            throw new OnnxException(
                    "opset " + opset + "; " + OLDEST_OPSET + ".." + NEWEST_OPSET + " can be read, export with 13");
        }
        // Exporters of old list constants among the inputs too.
        inputs.removeIf(constants::containsKey);
        return new Graph(nodes, constants, inputs, outputs);
    }

    private static void graph(
            ProtoReader in, List<Node> nodes, Map<String, Tensor> constants, List<String> inputs, List<String> outputs)
            throws OnnxException {
        while (in.next()) {
            switch (in.field()) {
                case Field.GRAPH_NODE -> nodes.add(Node.parse(in.message()));
                case Field.GRAPH_INITIALIZER -> {
                    Tensor tensor = Tensor.parse(in.message());
                    if (constants.put(tensor.name(), tensor) != null) {
                        throw new OnnxException("two constants named \"" + tensor.name() + "\"");
                    }
                }
                case Field.GRAPH_SPARSE -> throw new OnnxException("sparse constants cannot be read");
                case Field.GRAPH_INPUT -> inputs.add(valueName(in.message()));
                case Field.GRAPH_OUTPUT -> outputs.add(valueName(in.message()));
                default -> {}
            }
            if (nodes.size() > MOST || constants.size() > MOST || inputs.size() > MOST || outputs.size() > MOST) {
                throw new OnnxException("a graph of more than " + MOST + " nodes, constants, inputs or outputs");
            }
        }
    }

    private static String valueName(ProtoReader in) throws OnnxException {
        String name = "";
        while (in.next()) {
            if (in.field() == Field.VALUE_NAME) {
                name = in.text();
            }
        }
        return name;
    }

    /** The version of ONNX's own operators; 0 when the entry is of another domain. */
    private static long opset(ProtoReader in) throws OnnxException {
        String domain = "";
        long version = 0;
        while (in.next()) {
            if (in.field() == Field.OPSET_DOMAIN) {
                domain = in.text();
            } else if (in.field() == Field.OPSET_VERSION) {
                version = in.number();
            }
        }
        return domain.isEmpty() || domain.equals("ai.onnx") ? version : 0;
    }
}
