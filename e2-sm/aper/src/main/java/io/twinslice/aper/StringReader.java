package io.twinslice.aper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads strings: BIT STRING, OCTET STRING and PrintableString (X.691 clauses 16, 17 and 30). */
abstract class StringReader extends NumberReader {
    StringReader(DecodeLimits limits, PeerDialect dialect) {
        super(limits, dialect);
    }

    /** OCTET STRING (SIZE (size)). */
    public Octets fixedOctets(String name, int size) throws DecodeException {
        if (size > 2) {
            align();
        }
        return Octets.owning(raw(name, size));
    }

    /** OCTET STRING of any size. */
    public Octets octets(String name) throws DecodeException {
        return Octets.owning(generalOctets(name));
    }

    byte[] generalOctets(String name) throws DecodeException {
        int count = fragment(name);
        byte[] content = raw(name, count);
        while (count >= BitWriter.FRAGMENT) {
            count = fragment(name);
            need(name, count * 8L);
            int at = content.length;
            content = Arrays.copyOf(content, at + count);
            System.arraycopy(data, position >>> 3, content, at, count);
            position += count * 8;
        }
        return content;
    }

    /** BIT STRING (SIZE (length)) of at most 64 bits, as an unsigned number. */
    public long fixedBits(String name, int length) throws DecodeException {
        if (length > 16) {
            align();
        }
        return bits(name, length);
    }

    /** The length of a BIT STRING (SIZE (lower..upper)); {@link #fixedBits} must follow, aligned. */
    public int bitsLength(String name, int lower, int upper) throws DecodeException {
        int length = (int) integer(name, lower, upper);
        align();
        return length;
    }

    /** BIT STRING (SIZE (lower..upper, ...)). */
    public BitString extensibleBits(String name, int lower, int upper) throws DecodeException {
        if (bool(name)) {
            return bitString(name);
        }
        int length = bitsLength(name, lower, upper);
        need(name, length);
        byte[] content = new byte[(length + 7) >>> 3];
        copyBits(content, 0, length);
        return new BitString(Octets.owning(content), length);
    }

    /** BIT STRING of any size. */
    public BitString bitString(String name) throws DecodeException {
        byte[] content = new byte[0];
        int length = 0;
        int count;
        do {
            count = fragment(name);
            need(name, count);
            content = Arrays.copyOf(content, (length + count + 7) >>> 3);
            copyBits(content, length >>> 3, count);
            length += count;
        } while (count >= BitWriter.FRAGMENT);
        return new BitString(Octets.owning(content), length);
    }

    private void copyBits(byte[] target, int at, int count) {
        int whole = count >>> 3;
        System.arraycopy(data, position >>> 3, target, at, whole);
        int rest = count & 7;
        if (rest > 0) {
            target[at + whole] = (byte) (data[(position >>> 3) + whole] & (0xFF00 >>> rest));
        }
        position += count;
    }

    /**
     * PrintableString (SIZE (lower..upper, ...)); any ASCII is let through, since peers send more than the type allows.
     */
    public String string(String name, int lower, int upper) throws DecodeException {
        if (bool(name)) {
            return string(name);
        }
        int length = (int) integer(name, lower, upper);
        align();
        need(name, length * 8L);
        String text = ascii(name, data, position >>> 3, length);
        position += length * 8;
        return text;
    }

    /** PrintableString of any size. */
    public String string(String name) throws DecodeException {
        byte[] content = generalOctets(name);
        return ascii(name, content, 0, content.length);
    }

    private String ascii(String name, byte[] content, int from, int length) throws DecodeException {
        for (int i = from; i < from + length; i++) {
            if (content[i] < 0) {
                throw malformed(name, "character " + (content[i] & 0xFF) + " in a PrintableString");
            }
        }
        return new String(content, from, length, StandardCharsets.ISO_8859_1);
    }
}
