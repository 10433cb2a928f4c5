package io.twinslice.aper;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable OCTET STRING value with equality by content. */
public final class Octets {
    /** The string of length zero. */
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] content;

    private Octets(byte[] content) {
        this.content = content;
    }

    /** A copy of {@code content}. */
    public static Octets of(byte... content) {
        return content.length == 0 ? EMPTY : new Octets(content.clone());
    }

    /** The octets that {@code hex} (two digits per octet, no separators) stands for. */
    public static Octets ofHex(String hex) {
        return owning(HexFormat.of().parseHex(hex));
    }

    /** Takes over {@code content}, which the caller must not change any more. */
    static Octets owning(byte[] content) {
        return content.length == 0 ? EMPTY : new Octets(content);
    }

    public int length() {
        return content.length;
    }

    public byte octet(int index) {
        return content[index];
    }

    public byte[] toByteArray() {
        return content.clone();
    }

    /** The 2·{@link #length()} lower-case hexadecimal digits. */
    public String toHex() {
        return HexFormat.of().formatHex(content);
    }

    /** The octets as an unsigned big-endian number; at most 8 octets. */
    public long toUnsigned() {
        if (content.length > 8) {
            throw new IllegalStateException(content.length + " octets do not fit 64 bits");
        }
        long number = 0;
        for (byte octet : content) {
            number = (number << 8) | (octet & 0xFF);
        }
        return number;
    }

    /** The low {@code length} octets of {@code number}, big-endian. */
    public static Octets ofUnsigned(long number, int length) {
        byte[] content = new byte[length];
        for (int i = length - 1, shift = 0; i >= 0; i--, shift += 8) {
            content[i] = (byte) (number >>> shift);
        }
        return owning(content);
    }

    BitReader reader(String name, DecodeLimits limits) throws DecodeException {
        return new BitReader(name, content, limits);
    }

    byte[] content() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(content, octets.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
