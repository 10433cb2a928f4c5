package io.twinslice.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Steps through the fields of one protocol buffer message without copying it. Whatever the bytes, it ends with the last
 * of them or with an {@link OnnxException}; nothing is allocated on the word of a length alone.
 */
final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST_TEXT = 1024;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int type;

    /** The value of the current field: a number, or where it lies. */
    private long number;

    private int from;
    private int to;

    ProtoReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ProtoReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Moves to the next field; false after the last. */
    boolean next() throws OnnxException {
        if (at == end) {
            return false;
        }
        long tag = varint();
        if (tag >>> 3 < 1 || tag >>> 3 > 0x1FFF_FFFF) {
            throw new OnnxException("no field number at byte " + at);
        }
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        switch (type) {
            case VARINT -> number = varint();
            case FIXED32 -> take(4);
            case FIXED64 -> take(8);
            case LENGTH -> {
                long length = varint();
                take(length < 0 || length > end - at ? -1 : (int) length);
            }
            default -> throw new OnnxException("no wire type " + type + " at byte " + at);
        }
        return true;
    }

    private void take(int length) throws OnnxException {
        if (length < 0 || length > end - at) {
            throw new OnnxException("field " + field + " at byte " + at + " is longer than what is left");
        }
        from = at;
        to = at + length;
        at = to;
    }

    private long varint() throws OnnxException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == end) {
                throw new OnnxException("the bytes end within a number");
            }
            byte b = bytes[at++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new OnnxException("a number of more than ten bytes at byte " + at);
    }

    int field() {
        return field;
    }

    private void require(int wanted) throws OnnxException {
        if (type != wanted) {
            throw new OnnxException(
                    "field " + field + " before byte " + at + " has wire type " + type + ", not " + wanted);
        }
    }

    long number() throws OnnxException {
        require(VARINT);
        return number;
    }

    float fixedFloat() throws OnnxException {
        require(FIXED32);
        return little().getFloat();
    }

    String text() throws OnnxException {
        require(LENGTH);
        if (to - from > LONGEST_TEXT) {
            throw new OnnxException("a text of " + (to - from) + " bytes, more than " + LONGEST_TEXT);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new OnnxException("a text before byte " + at + " is not UTF-8");
        }
    }

    /** The message that the current field holds. */
    ProtoReader message() throws OnnxException {
        require(LENGTH);
        return new ProtoReader(bytes, from, to);
    }

    /** The floats of a packed field, or of one entry of a field that is not packed. */
    float[] floats() throws OnnxException {
        if (type == FIXED32) {
            return new float[] {fixedFloat()};
        }
        if ((to - from) % Float.BYTES != 0) {
            throw new OnnxException("floats of " + (to - from) + " bytes");
        }
        return rawFloats();
    }

    /** As many floats as the bytes of the field hold. */
    float[] rawFloats() throws OnnxException {
        require(LENGTH);
        float[] values = new float[(to - from) / Float.BYTES];
        little().asFloatBuffer().get(values);
        return values;
    }

    /** The numbers of a packed field, or of one entry of a field that is not packed. */
    long[] numbers(int most) throws OnnxException {
        if (type == VARINT) {
            return new long[] {number};
        }
        require(LENGTH);
        ProtoReader packed = new ProtoReader(bytes, from, to);
        long[] values = new long[Math.min(most, to - from)];
        int count = 0;
        while (packed.at < packed.end) {
            if (count == most) {
                throw new OnnxException("more than " + most + " numbers in field " + field);
            }
            values[count++] = packed.varint();
        }
        return Arrays.copyOf(values, count);
    }

    private ByteBuffer little() {
        return ByteBuffer.wrap(bytes, from, to - from).slice().order(ByteOrder.LITTLE_ENDIAN);
    }
}
