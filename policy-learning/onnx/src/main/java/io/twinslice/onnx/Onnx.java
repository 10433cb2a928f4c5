package io.twinslice.onnx;

import io.twinslice.networks.Mlp;
import io.twinslice.networks.SetNetwork;
import java.util.Map;

/**
 * Networks from and to ONNX.
 *
 * <p>A dense network has one input {@code observation} and one output {@code action}, each of as many rows as the
 * caller likes. A {@link SetNetwork} has the inputs {@code members} (one row for each) and {@code common} (one row;
 * none where nothing is common). Tanh is exported as ONNX's own, from which ours differs by less than 4e-7. Stateless.
 */
public final class Onnx {
    /** No larger file is read. */
    public static final int MAX_BYTES = 64 << 20;

    private Onnx() {}

    /**
     * A dense network as an ONNX model. Same network and metadata, same bytes.
     *
     * @param metadata what else a reader should know; written in the order of the keys
     */
    public static byte[] write(Mlp network, Map<String, String> metadata) {
        return new OnnxWriter().model(network, metadata);
    }

    /** A network over sets as an ONNX model. */
    public static byte[] write(SetNetwork network, Map<String, String> metadata) {
        return new OnnxWriter().model(network, metadata);
    }

    /**
     * Reads a dense network: a chain of {@code Gemm} (or {@code MatMul} and {@code Add}) with {@code Tanh} or
     * {@code Relu}, with or without layer norm, of any exporter.
     *
     * @param octets of any origin; not kept
     * @throws OnnxException when it is not a model, is too large, or holds anything that {@link Mlp} cannot compute
     */
    public static Mlp read(byte[] octets) throws OnnxException {
        if (octets.length > MAX_BYTES) {
            throw new OnnxException(octets.length + " bytes, more than " + MAX_BYTES);
        }
        return new Chain(Graph.parse(octets)).network();
    }
}
