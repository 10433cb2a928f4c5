package io.twinslice.aper;

/**
 * A BIT STRING value of any length.
 *
 * @param octets the bits from the most significant bit of the first octet on; unused bits of the last octet are zero
 * @param length number of bits
 */
public record BitString(Octets octets, int length) {
    public BitString {
        if (length < 0 || octets.length() != (length + 7) >>> 3) {
            throw new IllegalArgumentException(length + " bits do not fill " + octets.length() + " octets");
        }
        int unused = octets.length() * 8 - length;
        if (unused > 0 && (octets.octet(octets.length() - 1) & ((1 << unused) - 1)) != 0) {
            throw new IllegalArgumentException("unused bits of the last octet must be zero in " + octets);
        }
    }

    /** The low {@code length} (0..64) bits of {@code value}. */
    public static BitString of(long value, int length) {
        if (length < 0 || length > 64) {
            throw new IllegalArgumentException("length must be 0..64, not " + length);
        }
        int unused = -length & 7;
        long bits = length == 64 ? value : value & ((1L << length) - 1);
        return new BitString(Octets.ofUnsigned(bits << unused, (length + 7) >>> 3), length);
    }

    /** The bits as an unsigned number; at most 64. */
    public long toUnsigned() {
        if (length > 64) {
            throw new IllegalStateException(length + " bits do not fit 64");
        }
        return octets.toUnsigned() >>> (-length & 7);
    }
}
