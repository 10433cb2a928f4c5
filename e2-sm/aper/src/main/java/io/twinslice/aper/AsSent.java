package io.twinslice.aper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A decoded value and what it does not tell of its octets, so that these can be written again exactly: unknown
 * extension additions, items of enumerations that this end's text does not have, and whatever else a codec notes.
 *
 * @param remarks what the codecs noted, in the order of the input
 * @param octets length of the input
 * @param hash {@link Arrays#hashCode(byte[])} of the input; tells whether what is written again is what was sent
 */
public record AsSent<T>(T value, List<Object> remarks, int octets, int hash) {
    /**
     * Bits that the value does not tell.
     *
     * @param bit where they stand in the input
     * @param count how many there are, 1..56
     */
    public record Bits(int bit, int count, long value) {}

    public AsSent {
        remarks = List.copyOf(remarks);
    }

    /** Reads a complete encoding. */
    public static <T> AsSent<T> read(
            Codec<T> codec, String name, byte[] octets, DecodeLimits limits, PeerDialect dialect)
            throws DecodeException {
        BitReader in = new BitReader(limits, dialect).over(name, octets).keepingRemarks();
        T value = codec.decode(in);
        return new AsSent<>(value, in.takeRemarks(), octets.length, Arrays.hashCode(octets));
    }

    /**
     * The octets of the value with what it does not tell: exactly those that were read, if their encoding was canonical
     * in everything that the value tells. Of other input the unknown additions are kept, if the octets then say the
     * same when they are read, and the rest is as the codec writes it: nobody knows where it would belong.
     */
    public byte[] toOctets(Codec<T> codec, PeerDialect dialect) {
        byte[] canonical = write(codec, dialect, List.of());
        List<UnknownAdditions> unknown = remarks(UnknownAdditions.class);
        byte[] withAdditions = unknown.isEmpty() ? canonical : write(codec, dialect, unknown);
        if (withAdditions.length == octets) {
            byte[] asSent = withAdditions.clone();
            remarks(Bits.class).forEach(each -> put(each, asSent));
            if (Arrays.hashCode(asSent) == hash) {
                return asSent;
            }
        }
        return unknown.isEmpty() || saysTheSame(withAdditions, codec, dialect) ? withAdditions : canonical;
    }

    private byte[] write(Codec<T> codec, PeerDialect dialect, List<UnknownAdditions> unknown) {
        ReplayingWriter out = new ReplayingWriter(Math.max(16, octets), dialect, unknown);
        codec.encode(value, out);
        out.insert();
        return out.toByteArray();
    }

    private boolean saysTheSame(byte[] asSent, Codec<T> codec, PeerDialect dialect) {
        try {
            DecodeLimits limits = new DecodeLimits(asSent.length, Integer.MAX_VALUE, 1024);
            AsSent<T> again = read(codec, "as sent", asSent, limits, dialect);
            return again.value.equals(value)
                    && again.remarks(UnknownAdditions.class).equals(remarks(UnknownAdditions.class));
        } catch (DecodeException e) {
            return false;
        }
    }

    private static void put(Bits bits, byte[] octets) {
        for (int i = 0; i < bits.count; i++) {
            int at = bits.bit + i;
            int mask = 0x80 >>> (at & 7);
            boolean set = (bits.value >>> (bits.count - 1 - i) & 1) == 1;
            octets[at >>> 3] = (byte) (set ? octets[at >>> 3] | mask : octets[at >>> 3] & ~mask);
        }
    }

    /** The remarks of one kind. */
    public <R> List<R> remarks(Class<R> kind) {
        List<R> found = new ArrayList<>();
        for (Object remark : remarks) {
            if (kind.isInstance(remark)) {
                found.add(kind.cast(remark));
            }
        }
        return List.copyOf(found);
    }
}
