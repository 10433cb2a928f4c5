package io.twinslice.aper;

/** Writes strings: BIT STRING, OCTET STRING and PrintableString (X.691 clauses 16, 17 and 30). */
abstract class StringWriter extends NumberWriter {
    /** Units (octets, bits or items) from which lengths are sent in fragments (X.691 clause 11.9.3.8). */
    static final int FRAGMENT = 16384;

    StringWriter(int initialOctets, PeerDialect dialect) {
        super(initialOctets, dialect);
    }

    /** OCTET STRING of a fixed size, which the caller guarantees. */
    public void fixedOctets(Octets value) {
        if (value.length() > 2) {
            align();
        }
        raw(value.content(), 0, value.length());
    }

    /** OCTET STRING of any size. */
    public void octets(Octets value) {
        byte[] content = value.content();
        int at = 0;
        int count;
        do {
            count = fragment(content.length - at);
            raw(content, at, count);
            at += count;
        } while (count >= FRAGMENT);
    }

    /** BIT STRING (SIZE (length)) whose bits are the low ones of {@code value}; at most 64. */
    public void fixedBits(long value, int length) {
        if (length > 16) {
            align();
        }
        bits(value, length);
    }

    /** BIT STRING (SIZE (lower..upper)) of at most 64 bits. */
    public void sizedBits(long value, int length, int lower, int upper) {
        integer(length, lower, upper);
        align();
        bits(value, length);
    }

    /** BIT STRING (SIZE (lower..upper, ...)). */
    public void extensibleBits(BitString value, int lower, int upper) {
        boolean root = value.length() >= lower && value.length() <= upper;
        bit(!root);
        if (root) {
            integer(value.length(), lower, upper);
            align();
            rawBits(value, 0, value.length());
        } else {
            bitString(value);
        }
    }

    /** BIT STRING of any size. */
    public void bitString(BitString value) {
        int at = 0;
        int count;
        do {
            count = fragment(value.length() - at);
            rawBits(value, at, count);
            at += count;
        } while (count >= FRAGMENT);
    }

    private void rawBits(BitString value, int from, int count) {
        raw(value.octets().content(), from >>> 3, count >>> 3);
        int rest = count & 7;
        if (rest > 0) {
            bits((value.octets().octet((from + count) >>> 3) & 0xFF) >>> (8 - rest), rest);
        }
    }

    /** PrintableString (SIZE (lower..upper, ...)) with upper of at least two characters. */
    public void string(String value, int lower, int upper) {
        boolean root = value.length() >= lower && value.length() <= upper;
        bit(!root);
        if (root) {
            integer(value.length(), lower, upper);
            align();
            ascii(value, 0, value.length());
        } else {
            string(value);
        }
    }

    /** PrintableString of any size. */
    public void string(String value) {
        int at = 0;
        int count;
        do {
            count = fragment(value.length() - at);
            ascii(value, at, count);
            at += count;
        } while (count >= FRAGMENT);
    }

    /** Characters go straight into the buffer, which stands on an octet boundary here. */
    private void ascii(String value, int from, int count) {
        ensure(count * 8L);
        int target = position >>> 3;
        for (int i = 0; i < count; i++) {
            char character = value.charAt(from + i);
            if (character > 0x7F) {
                throw new IllegalArgumentException("\"" + value + "\" has a character beyond ASCII");
            }
            buffer[target + i] = (byte) character;
        }
        position += count * 8;
    }

    /**
     * Writes the length of the next fragment of {@code remaining} units and returns how many of them it holds; another
     * fragment must follow whenever that is {@value #FRAGMENT} or more.
     */
    int fragment(int remaining) {
        align();
        if (remaining < 128) {
            bits(remaining, 8);
            return remaining;
        }
        if (remaining < FRAGMENT) {
            bits(0x8000 | remaining, 16);
            return remaining;
        }
        int units = Math.min(4, remaining / FRAGMENT);
        bits(0xC0 | units, 8);
        return units * FRAGMENT;
    }
}
