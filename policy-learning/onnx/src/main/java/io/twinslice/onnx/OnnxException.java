package io.twinslice.onnx;

/** A file is no ONNX model, or one that says more than the networks of this project can. */
public final class OnnxException extends Exception {
    private static final long serialVersionUID = 1;

    OnnxException(String message) {
        super(message);
    }
}
