package io.twinslice.aper;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Both directions of one type. Implementations are stateless and safe for any thread.
 *
 * @param <T> the value
 */
public interface Codec<T> {
    /**
     * Appends the canonical encoding of {@code value}.
     *
     * @throws IllegalArgumentException when the value cannot be expressed in the type
     */
    void encode(T value, BitWriter out);

    /** Reads one value; the reader then stands right behind it. */
    T decode(BitReader in) throws DecodeException;

    /** The complete encoding of {@code value}, padded to whole octets. */
    default byte[] toOctets(T value) {
        BitWriter out = new BitWriter();
        encode(value, out);
        return out.toByteArray();
    }

    /** The complete encoding of {@code value} for a peer of {@code dialect}. */
    default byte[] toOctets(T value, PeerDialect dialect) {
        BitWriter out = new BitWriter(512, dialect);
        encode(value, out);
        return out.toByteArray();
    }

    /** Like {@link #toOctets} as an immutable value. */
    default Octets toOctetString(T value) {
        return Octets.owning(toOctets(value));
    }

    /** Reads a complete encoding; octets behind the value are ignored, as E2 peers do. */
    default T fromOctets(String name, byte[] octets, DecodeLimits limits) throws DecodeException {
        return decode(new BitReader(name, octets, limits));
    }

    /** Reads a complete encoding of a peer of {@code dialect}. */
    default T fromOctets(String name, byte[] octets, DecodeLimits limits, PeerDialect dialect) throws DecodeException {
        return decode(new BitReader(limits, dialect).over(name, octets));
    }

    /** Reads a complete encoding without copying it. */
    default T fromOctets(String name, Octets octets, DecodeLimits limits) throws DecodeException {
        return decode(octets.reader(name, limits));
    }

    /** A SEQUENCE whose root is the one mandatory field {@code name}, as many list items are. */
    static <T> Codec<T> sequence(String name, Codec<T> field) {
        return new Codec<>() {
            @Override
            public void encode(T value, BitWriter out) {
                out.bit(false);
                field.encode(value, out);
            }

            @Override
            public T decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                T value = in.field(name, field);
                if (extended) {
                    in.skipAdditions();
                }
                return value;
            }
        };
    }

    /**
     * An extensible ENUMERATED.
     *
     * @param items root items, the extension items this end knows, and last the constant for all others
     * @param root number of root items
     */
    record Enumerated<E>(String name, List<E> items, int root, ToIntFunction<E> index) implements Codec<E> {
        @Override
        public void encode(E value, BitWriter out) {
            int item = index.applyAsInt(value);
            if (item == items.size() - 1 && out.isReplaying()) {
                out.extensibleEnum(root, root);
                return;
            }
            if (item == items.size() - 1) {
                throw new IllegalArgumentException(name + " cannot be sent as " + value);
            }
            out.extensibleEnum(item, root);
        }

        @Override
        public E decode(BitReader in) throws DecodeException {
            int from = in.position();
            int item = in.extensibleEnum(name, root);
            if (item < items.size() - 1) {
                return items.get(item);
            }
            in.remarkBits(from);
            return items.getLast();
        }
    }
}
