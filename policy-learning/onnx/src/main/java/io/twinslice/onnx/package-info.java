/**
 * Networks from and to ONNX ({@link io.twinslice.onnx.Onnx}), the format in which tools exchange models: opset 13, IR
 * version 8.
 *
 * <p>ONNX files are protocol buffers. The few messages that a dense network needs are written and read by hand
 * ({@code ProtoWriter}, {@code ProtoReader}); field numbers are those of {@code onnx.proto}, named in {@code Field}. No
 * deployed program depends on this package: an xApp decides by the bundle's own weights.
 */
@NullMarked
package io.twinslice.onnx;

import org.jspecify.annotations.NullMarked;
