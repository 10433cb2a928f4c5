package io.twinslice.aper;

import java.util.Arrays;
import java.util.List;

/**
 * An aligned-PER encoder into one growing buffer. {@link #reset()} keeps the buffer, so a writer that lives as long as
 * its thread encodes without allocation. Not safe for concurrent use.
 *
 * <p>Open types are written in place: since a length determinant always ends on an octet boundary, alignment inside the
 * content equals alignment in the buffer, and only the length has to be filled in afterwards.
 */
public sealed class BitWriter extends BitBuffer permits ReplayingWriter {
    /** Units (octets, bits or items) from which lengths are sent in fragments (X.691 clause 11.9.3.8). */
    static final int FRAGMENT = 16384;

    private final PeerDialect dialect;

    public BitWriter() {
        this(512);
    }

    public BitWriter(int initialOctets) {
        this(initialOctets, PeerDialect.STANDARD);
    }

    /** A writer for a peer of {@code dialect}. */
    public BitWriter(int initialOctets, PeerDialect dialect) {
        super(initialOctets);
        this.dialect = dialect;
    }

    /** Whether what cannot be told from a value is written as zeros, to be filled in from {@link AsSent}. */
    boolean isReplaying() {
        return false;
    }

    /** Forgets what was written and keeps the memory. */
    public BitWriter reset() {
        position = 0;
        return this;
    }

    /** INTEGER (lower..upper). */
    public void integer(long value, long lower, long upper) {
        if (value < lower || value > upper) {
            throw new IllegalArgumentException(value + " is outside " + lower + ".." + upper);
        }
        long range = upper - lower + 1;
        if (range <= 255) {
            bits(value - lower, bitsFor(range));
        } else if (range == 256) {
            align();
            bits(value - lower, 8);
        } else if (range <= 65536) {
            align();
            bits(value - lower, 16);
        } else {
            int octets = Math.max(1, octetsFor(value - lower));
            bits(octets - 1L, bitsFor(octetsFor(range - 1)));
            align();
            bits(value - lower, octets * 8);
        }
    }

    /** INTEGER (lower..upper, ...): values outside the root travel in the extension form. */
    public void extensibleInteger(long value, long lower, long upper) {
        boolean root = value >= lower && value <= upper;
        bit(!root);
        if (root) {
            integer(value, lower, upper);
        } else {
            integer(value);
        }
    }

    /** INTEGER without bounds. */
    public void integer(long value) {
        if (dialect == PeerDialect.SRSRAN) {
            srsranInteger(value);
            return;
        }
        int octets = (64 - Long.numberOfLeadingZeros(value < 0 ? ~value : value)) / 8 + 1;
        align();
        bits(octets, 8);
        bits(value, octets * 8);
    }

    private void srsranInteger(long value) {
        align();
        int octets = value < 0 ? (64 - Long.numberOfLeadingZeros(~value)) / 8 + 1 : octetsFor(value);
        if (value < 0) {
            bits(octets + 1L, 8);
            bits(0, 8);
        } else {
            bits(octets, 8);
        }
        bits(value, octets * 8);
    }

    /** REAL in the canonical binary form: base 2, odd mantissa, shortest exponent. */
    public void real(double value) {
        align();
        if (value == 0 && Double.doubleToRawLongBits(value) == 0) {
            bits(0, 8);
        } else if (value == 0 || !Double.isFinite(value)) {
            bits(1, 8);
            bits(value == 0 ? 0x43 : Double.isNaN(value) ? 0x42 : value > 0 ? 0x40 : 0x41, 8);
        } else {
            long raw = Double.doubleToRawLongBits(value);
            int biased = (int) (raw >>> 52) & 0x7FF;
            long mantissa = (raw & ((1L << 52) - 1)) | (biased == 0 ? 0 : 1L << 52);
            int exponent = Math.max(biased, 1) - 1075;
            int zeros = Long.numberOfTrailingZeros(mantissa);
            mantissa >>>= zeros;
            exponent += zeros;
            int exponentOctets = exponent >= -128 && exponent <= 127 ? 1 : 2;
            int mantissaOctets = octetsFor(mantissa);
            bits(1L + exponentOctets + mantissaOctets, 8);
            bits((raw < 0 ? 0xC0 : 0x80) | (exponentOctets - 1), 8);
            bits(exponent, exponentOctets * 8);
            bits(mantissa, mantissaOctets * 8);
        }
    }

    /** ENUMERATED with {@code root} root items and an extension marker; items beyond the root are extension items. */
    public void extensibleEnum(int index, int root) {
        extensionIndex(index, root);
    }

    /** ENUMERATED without extension marker. */
    public void enumerated(int index, int root) {
        integer(index, 0, root - 1L);
    }

    /**
     * The index of an extensible CHOICE with {@code root} root alternatives. An alternative beyond the root must be
     * followed by its content as an open type.
     */
    public void choice(int index, int root) {
        extensionIndex(index, root);
    }

    /**
     * The index of an extensible CHOICE of {@code known} alternatives, those from {@code root} on in the extension; the
     * content of such a one is written by {@link #alternative}.
     */
    public void choice(int index, int root, int known) {
        extensionIndex(index, dialect == PeerDialect.FLEXRIC_2023 ? known : root);
    }

    /** An extension alternative of a CHOICE: an open type unless the peer's text has it in the root. */
    public <T> void alternative(T value, Codec<T> codec) {
        if (dialect == PeerDialect.FLEXRIC_2023) {
            codec.encode(value, this);
        } else {
            openType(value, codec);
        }
    }

    /** Whether the peer's text has extension alternatives, and some additions, in the root. */
    public boolean flattened() {
        return dialect == PeerDialect.FLEXRIC_2023;
    }

    private void extensionIndex(int index, int root) {
        if (index < root) {
            bits(0, 1);
            bits(index, bitsFor(root));
        } else if (index - root < 64) {
            bits(0x80 | (index - root), 8);
        } else {
            bits(3, 2);
            int octets = octetsFor(index - root);
            align();
            bits(octets, 8);
            bits(index - root, octets * 8);
        }
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

    /** The number of items of a list of lower..upper items, upper below 64K. */
    public void count(int items, int lower, int upper) {
        integer(items, lower, upper);
    }

    /** SEQUENCE (SIZE (lower..upper)) OF, upper below 64K. */
    public <T> void list(List<T> items, int lower, int upper, Codec<T> codec) {
        count(items.size(), lower, upper);
        for (int i = 0; i < items.size(); i++) {
            codec.encode(items.get(i), this);
        }
    }

    /** SEQUENCE OF with an upper bound of 64K or more, sent under a general length. */
    public <T> void longList(List<T> items, Codec<T> codec) {
        int at = 0;
        int count;
        do {
            count = fragment(items.size() - at);
            for (int end = at + count; at < end; at++) {
                codec.encode(items.get(at), this);
            }
        } while (count >= FRAGMENT);
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

    /** Announces which of a type's {@code known} extension additions follow; bit i of {@code present} is addition i. */
    public void additions(int present, int known) {
        bits(known - 1L, 7);
        for (int i = 0; i < known; i++) {
            bits((present >>> i) & 1, 1);
        }
    }

    /** Writes {@code value} as an open type. */
    public <T> void openType(T value, Codec<T> codec) {
        int mark = beginOpenType();
        codec.encode(value, this);
        endOpenType(mark);
    }

    /** Starts an open type; the result belongs to the matching {@link #endOpenType}. */
    public int beginOpenType() {
        align();
        int mark = position >>> 3;
        bits(0, 8);
        return mark;
    }

    /** Ends the innermost open type and fills in its length. */
    public void endOpenType(int mark) {
        align();
        int start = mark + 1;
        int length = (position >>> 3) - start;
        if (length == 0) {
            bits(0, 8);
            length = 1;
        }
        if (length < 128) {
            buffer[mark] = (byte) length;
        } else if (length < FRAGMENT) {
            ensure(8);
            System.arraycopy(buffer, start, buffer, start + 1, length);
            buffer[mark] = (byte) (0x80 | (length >>> 8));
            buffer[start] = (byte) length;
            position += 8;
        } else {
            byte[] content = Arrays.copyOfRange(buffer, start, start + length);
            position = mark << 3;
            octets(Octets.owning(content));
        }
    }

    static int bitsFor(long range) {
        return 64 - Long.numberOfLeadingZeros(range - 1);
    }

    static int octetsFor(long value) {
        return (71 - Long.numberOfLeadingZeros(value)) >>> 3;
    }
}
