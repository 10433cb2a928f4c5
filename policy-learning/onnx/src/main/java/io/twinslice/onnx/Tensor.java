package io.twinslice.onnx;

import java.util.Arrays;

/**
 * A constant of a graph.
 *
 * @param isFloat whether {@code values} are what it holds; constants of other types have none
 */
@SuppressWarnings("ArrayRecordComponent")
record Tensor(String name, long[] dims, boolean isFloat, float[] values) {
    private static final int MAX_DIMS = 8;

    static Tensor parse(ProtoReader in) throws OnnxException {
        String name = "";
        long[] dims = new long[0];
        long type = 0;
        float[] values = new float[0];
        int count = 0;
        boolean raw = false;
        while (in.next()) {
            switch (in.field()) {
                case Field.TENSOR_NAME -> name = in.text();
                case Field.TENSOR_DIMS -> dims = joined(dims, in.numbers(MAX_DIMS));
                case Field.TENSOR_TYPE -> type = in.number();
                case Field.TENSOR_RAW -> {
                    raw = true;
                    values = in.rawFloats();
                    count = values.length;
                }
                case Field.TENSOR_FLOATS -> {
                    float[] more = in.floats();
                    if (!raw) {
                        values = room(values, count, more.length);
                        System.arraycopy(more, 0, values, count, more.length);
                        count += more.length;
                    }
                }
                case Field.TENSOR_LOCATION -> {
                    if (in.number() != 0) {
                        throw new OnnxException("the data of constant \"" + name + "\" lies in another file");
                    }
                }
                default -> {}
            }
        }
        if (type != Field.FLOAT) {
            return new Tensor(name, dims, false, new float[0]);
        }
        return new Tensor(name, dims, true, Arrays.copyOf(values, count)).checked();
    }

    private static float[] room(float[] values, int count, int more) {
        return count + more <= values.length ? values : Arrays.copyOf(values, Math.max(2 * count, count + more));
    }

    private static long[] joined(long[] dims, long[] more) throws OnnxException {
        if (dims.length + more.length > MAX_DIMS) {
            throw new OnnxException("a constant of more than " + MAX_DIMS + " dimensions");
        }
        long[] all = Arrays.copyOf(dims, dims.length + more.length);
        System.arraycopy(more, 0, all, dims.length, more.length);
        return all;
    }

    private Tensor checked() throws OnnxException {
        long size = 1;
        for (long dim : dims) {
            if (dim < 1 || dim > Onnx.MAX_BYTES) {
                throw new OnnxException("constant \"" + name + "\" has a dimension of " + dim);
            }
            size = Math.multiplyHigh(size, dim) == 0 && size * dim >= 0 ? size * dim : Long.MAX_VALUE;
        }
        if (size != values.length) {
            throw new OnnxException("constant \"" + name + "\" has " + values.length + " values for dimensions "
                    + Arrays.toString(dims));
        }
        return this;
    }
}
