package io.twinslice.aper;

import java.util.ArrayList;
import java.util.List;

/**
 * A decoded value and what it does not tell of its octets, so that these can be written again exactly: unknown
 * extension additions, items of enumerations that this end's text does not have, and whatever else a codec notes.
 *
 * @param remarks what the codecs noted, in the order of the input
 * @param octets length of the input
 */
public record AsSent<T>(T value, List<Object> remarks, int octets) {
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
        return new AsSent<>(value, in.takeRemarks(), octets.length);
    }

    /**
     * The octets of the value with what it does not tell. Where the input was not canonical, so that other bits stand
     * where they stood, as much is left out as is needed for the octets to say the same when they are read.
     */
    public byte[] toOctets(Codec<T> codec, PeerDialect dialect) {
        byte[] canonical = write(codec, dialect, List.of());
        List<UnknownAdditions> unknown = remarks(UnknownAdditions.class);
        List<Bits> bits = remarks(Bits.class);
        byte[] withAdditions = unknown.isEmpty() ? canonical : write(codec, dialect, unknown);
        if (!bits.isEmpty() && withAdditions.length == octets) {
            byte[] asSent = withAdditions.clone();
            bits.forEach(each -> put(each, asSent));
            if (saysTheSame(asSent, codec, dialect, true)) {
                return asSent;
            }
        }
        return unknown.isEmpty() || saysTheSame(withAdditions, codec, dialect, false) ? withAdditions : canonical;
    }

    private byte[] write(Codec<T> codec, PeerDialect dialect, List<UnknownAdditions> unknown) {
        ReplayingWriter out = new ReplayingWriter(Math.max(16, octets), dialect, unknown);
        codec.encode(value, out);
        out.insert();
        return out.toByteArray();
    }

    private boolean saysTheSame(byte[] asSent, Codec<T> codec, PeerDialect dialect, boolean bits) {
        try {
            DecodeLimits limits = new DecodeLimits(asSent.length, Integer.MAX_VALUE, 1024);
            AsSent<T> again = read(codec, "as sent", asSent, limits, dialect);
            return again.value.equals(value)
                    && again.remarks(UnknownAdditions.class).equals(remarks(UnknownAdditions.class))
                    && (!bits || again.remarks(Bits.class).equals(remarks(Bits.class)));
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
