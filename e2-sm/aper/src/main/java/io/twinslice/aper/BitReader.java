package io.twinslice.aper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An aligned-PER decoder over octets it does not copy. It keeps the path to the field being read, so that an error can
 * say where it happened; the path becomes text only then. Not safe for concurrent use.
 *
 * <p>The first argument of each method is the field's name in the ASN.1 text, for that path.
 */
public final class BitReader extends BitCursor {
    /** A reader for many inputs, one after the other; {@link #over} says which. */
    public BitReader(DecodeLimits limits, PeerDialect dialect) {
        super(limits, dialect);
    }

    /** @throws DecodeException when the input is longer than the limits allow */
    public BitReader(String root, byte[] octets, DecodeLimits limits) throws DecodeException {
        this(limits, PeerDialect.STANDARD);
        open(root, octets);
    }

    /**
     * Goes to the start of {@code octets}, a value of type {@code root}; nothing is kept of the input before.
     *
     * @throws DecodeException when the input is longer than the limits allow
     */
    public BitReader over(String root, byte[] octets) throws DecodeException {
        open(root, octets);
        return this;
    }

    /** Like {@link #over(String, byte[])}, without copying. */
    public BitReader over(String root, Octets octets) throws DecodeException {
        open(root, octets.content());
        return this;
    }

    /** From now on decoders note what a value does not tell and what they would otherwise refuse in its stead. */
    public BitReader keepingRemarks() {
        remarks = new ArrayList<>();
        return this;
    }

    /** The field {@code name} as {@code codec} reads it. */
    public <T> T field(String name, Codec<T> codec) throws DecodeException {
        enter(name);
        T value = codec.decode(this);
        leave();
        return value;
    }

    /** INTEGER (lower..upper). */
    public long integer(String name, long lower, long upper) throws DecodeException {
        long range = upper - lower + 1;
        long offset;
        if (range <= 255) {
            offset = bits(name, BitWriter.bitsFor(range));
        } else if (range <= 65536) {
            align();
            offset = bits(name, range == 256 ? 8 : 16);
        } else {
            int most = BitWriter.octetsFor(range - 1);
            int octets = (int) bits(name, BitWriter.bitsFor(most)) + 1;
            if (octets > most) {
                throw malformed(name, octets + " octets for a value of at most " + most);
            }
            align();
            offset = bits(name, octets * 8);
        }
        if (offset >= range) {
            throw malformed(name, lower + offset + " is outside " + lower + ".." + upper);
        }
        return lower + offset;
    }

    /** INTEGER (lower..upper, ...). */
    public long extensibleInteger(String name, long lower, long upper) throws DecodeException {
        return bool(name) ? integer(name) : integer(name, lower, upper);
    }

    /** INTEGER without bounds, of at most 64 bits; length zero is 0 (a peer sends it so). */
    public long integer(String name) throws DecodeException {
        int octets = length(name);
        need(name, octets * 8L);
        boolean srsran = dialect == PeerDialect.SRSRAN && octets > 0;
        if (srsran && octets > 1 && data[position >>> 3] == 0) {
            position += 8;
            octets--;
        } else if (srsran && data[position >>> 3] < 0) {
            return unsigned(name, octets);
        }
        while (octets > 8) {
            int head = data[position >>> 3];
            if ((head != 0 && head != -1) || head != data[(position >>> 3) + 1] >> 7) {
                throw malformed(name, "an INTEGER of " + octets + " octets is beyond 64 bits");
            }
            position += 8;
            octets--;
        }
        if (octets == 0) {
            return 0;
        }
        int unused = 64 - octets * 8;
        return bits(name, octets * 8) << unused >> unused;
    }

    private long unsigned(String name, int octets) throws DecodeException {
        if (octets >= 8) {
            throw malformed(name, "an INTEGER of " + octets + " octets is beyond 64 bits");
        }
        return bits(name, octets * 8);
    }

    /** REAL, in any of the forms of X.690 clause 8.5 that a double can hold. */
    public double real(String name) throws DecodeException {
        int octets = length(name);
        need(name, octets * 8L);
        int start = position >>> 3;
        position += octets * 8;
        return RealContents.parse(this, name, data, start, octets);
    }

    /** ENUMERATED with extension marker; an extension item counts on from {@code root}. */
    public int extensibleEnum(String name, int root) throws DecodeException {
        return extensionIndex(name, root);
    }

    /** ENUMERATED without extension marker. */
    public int enumerated(String name, int root) throws DecodeException {
        return (int) integer(name, 0, root - 1L);
    }

    /** The index of an extensible CHOICE; {@code root} and more mean an extension alternative, held in an open type. */
    public int choice(String name, int root) throws DecodeException {
        return extensionIndex(name, root);
    }

    /**
     * The index of an extensible CHOICE of which {@code known} alternatives are known, those from {@code root} on as
     * extension alternatives; the content of such a one is read by {@link #alternative}.
     */
    public int choice(String name, int root, int known) throws DecodeException {
        return extensionIndex(name, dialect == PeerDialect.FLEXRIC_2023 ? known : root);
    }

    /** An extension alternative of a CHOICE: an open type unless the peer's text has it in the root. */
    public <T> T alternative(String name, Codec<T> codec) throws DecodeException {
        return dialect == PeerDialect.FLEXRIC_2023 ? field(name, codec) : openType(name, codec);
    }

    /** Whether the peer's text has extension alternatives, and some additions, in the root. */
    public boolean flattened() {
        return dialect == PeerDialect.FLEXRIC_2023;
    }

    private int extensionIndex(String name, int root) throws DecodeException {
        if (!bool(name)) {
            return (int) integer(name, 0, root - 1L);
        }
        if (!bool(name)) {
            return root + (int) bits(name, 6);
        }
        int octets = length(name);
        if (octets > 3) {
            throw malformed(name, "an extension index of " + octets + " octets");
        }
        return root + (int) bits(name, octets * 8);
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

    private byte[] generalOctets(String name) throws DecodeException {
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

    /** The number of items of a list of lower..upper items (upper below 64K), checked against limits and input. */
    public int count(String name, int lower, int upper) throws DecodeException {
        int count = (int) integer(name, lower, upper);
        claim(name, count);
        return count;
    }

    /** SEQUENCE (SIZE (lower..upper)) OF, upper below 64K. */
    public <T> List<T> list(String name, int lower, int upper, Codec<T> codec) throws DecodeException {
        int count = count(name, lower, upper);
        enter(name);
        List<T> items = count <= 2 ? few(count, codec) : FixedList.owning(items(count, codec));
        leave();
        return items;
    }

    /** Most lists have one item or two and need no array. */
    private <T> List<T> few(int count, Codec<T> codec) throws DecodeException {
        if (count == 0) {
            return List.of();
        }
        item(0);
        T first = codec.decode(this);
        if (count == 1) {
            return List.of(first);
        }
        item(1);
        return List.of(first, codec.decode(this));
    }

    private <T> T[] items(int count, Codec<T> codec) throws DecodeException {
        @SuppressWarnings("unchecked")
        T[] items = (T[]) new Object[count];
        for (int i = 0; i < count; i++) {
            item(i);
            items[i] = codec.decode(this);
        }
        return items;
    }

    /** SEQUENCE (SIZE (1..many)) OF whose upper bound is 64K or more, sent under a general length. */
    public <T> List<T> longList(String name, Codec<T> codec) throws DecodeException {
        int count = fragment(name);
        claim(name, count);
        if (count == 0) {
            throw malformed(name, "the list is empty");
        }
        enter(name);
        List<T> items = count <= 2 ? few(count, codec) : FixedList.owning(fragments(name, count, codec));
        leave();
        return items;
    }

    private <T> T[] fragments(String name, int first, Codec<T> codec) throws DecodeException {
        T[] items = items(first, codec);
        for (int count = first; count >= BitWriter.FRAGMENT; ) {
            count = fragment(name);
            claim(name, count);
            int at = items.length;
            items = Arrays.copyOf(items, at + count);
            for (; at < items.length; at++) {
                item(at);
                items[at] = codec.decode(this);
            }
        }
        return items;
    }

    /** The open type {@code name} holding one value of {@code codec}; octets behind the value are skipped. */
    public <T> T openType(String name, Codec<T> codec) throws DecodeException {
        enter(name);
        int count = fragment(name);
        need(name, count * 8L);
        T value;
        int outerStart = start;
        int outerOpenType = openType;
        openType = ++opened;
        if (count < BitWriter.FRAGMENT) {
            int outerEnd = end;
            start = position;
            end = position + count * 8;
            value = codec.decode(this);
            position = end;
            end = outerEnd;
        } else {
            position -= 8;
            byte[] outer = data;
            byte[] content = generalOctets(name);
            int outerPosition = position;
            int outerEnd = end;
            boolean wasScattered = scattered;
            scattered = true;
            data = content;
            position = 0;
            start = 0;
            end = content.length * 8;
            value = codec.decode(this);
            data = outer;
            scattered = wasScattered;
            position = outerPosition;
            end = outerEnd;
        }
        start = outerStart;
        openType = outerOpenType;
        leave();
        return value;
    }

    private int length(String name) throws DecodeException {
        int length = fragment(name);
        if (length >= BitWriter.FRAGMENT) {
            throw malformed(name, "a fragmented number");
        }
        return length;
    }
}
