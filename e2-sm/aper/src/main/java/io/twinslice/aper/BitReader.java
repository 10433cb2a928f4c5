package io.twinslice.aper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An aligned-PER decoder over octets it does not copy. It keeps the path to the field being read, so that an error can
 * say where it happened; the path becomes text only then. Not safe for concurrent use.
 *
 * <p>The first argument of each method is the field's name in the ASN.1 text, for that path.
 */
public final class BitReader extends StringReader {
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

    /** An extension alternative of a CHOICE: an open type unless the peer's text has it in the root. */
    public <T> T alternative(String name, Codec<T> codec) throws DecodeException {
        return dialect == PeerDialect.FLEXRIC_2023 ? field(name, codec) : openType(name, codec);
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
}
