package io.twinslice.rmr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of octets with equality by content. */
public final class Octets {
    private static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** No octets. */
    public static Octets empty() {
        return EMPTY;
    }

    /** A copy of these octets. */
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /** The UTF-8 octets of a text, without a closing NUL. */
    public static Octets utf8(String text) {
        return owned(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes over an array that its maker gives up: nobody may write it afterwards. */
    static Octets owned(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes);
    }

    /** The number of octets. */
    public int length() {
        return bytes.length;
    }

    /** The octet at a place, 0..255. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    /** A copy as an array. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The octets read as UTF-8; a malformed sequence becomes the replacement character. */
    public String toUtf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void copyInto(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The length and at most the first 32 octets in hex. */
    @Override
    public String toString() {
        int shown = Math.min(bytes.length, 32);
        return bytes.length + " octets " + HexFormat.of().formatHex(bytes, 0, shown)
                + (shown < bytes.length ? ".." : "");
    }
}
