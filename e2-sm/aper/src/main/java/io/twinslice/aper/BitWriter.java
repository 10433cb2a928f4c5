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
public sealed class BitWriter extends StringWriter permits ReplayingWriter {
    public BitWriter() {
        this(512);
    }

    public BitWriter(int initialOctets) {
        this(initialOctets, PeerDialect.STANDARD);
    }

    /** A writer for a peer of {@code dialect}. */
    public BitWriter(int initialOctets, PeerDialect dialect) {
        super(initialOctets, dialect);
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

    /** An extension alternative of a CHOICE: an open type unless the peer's text has it in the root. */
    public <T> void alternative(T value, Codec<T> codec) {
        if (dialect == PeerDialect.FLEXRIC_2023) {
            codec.encode(value, this);
        } else {
            openType(value, codec);
        }
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
}
