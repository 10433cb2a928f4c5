package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * ENB-ID; its length says which alternative it is.
 *
 * <p>E2SM clause 6.2.
 *
 * @param value the bits as an unsigned number
 * @param length 20 (macro), 28 (home), 18 (short macro) or 21 (long macro)
 */
public record EnbId(int value, int length) {
    public static final Codec<EnbId> CODEC = new EnbIdCodec();

    static final Codec<EnbId> SHORT = new Extension(18);
    static final Codec<EnbId> LONG = new Extension(21);

    public EnbId {
        if ((length != 18 && length != 20 && length != 21 && length != 28) || value >>> length != 0) {
            throw new IllegalArgumentException("an eNB id has 18, 20, 21 or 28 bits, not " + value + " in " + length);
        }
    }

    private record Extension(int length) implements Codec<EnbId> {
        @Override
        public void encode(EnbId value, BitWriter out) {
            out.fixedBits(value.value, length);
        }

        @Override
        public EnbId decode(BitReader in) throws DecodeException {
            return new EnbId((int) in.fixedBits("eNB-ID", length), length);
        }
    }
}

/** Both directions of {@link EnbId}. */
final class EnbIdCodec implements Codec<EnbId> {
    @Override
    public void encode(EnbId value, BitWriter out) {
        switch (value.length()) {
            case 20 -> root(value, 0, out);
            case 28 -> root(value, 1, out);
            case 18 -> extension(value, 2, out);
            default -> extension(value, 3, out);
        }
    }

    private void root(EnbId value, int index, BitWriter out) {
        out.choice(index, 2, 4);
        out.fixedBits(value.value(), value.length());
    }

    private void extension(EnbId value, int index, BitWriter out) {
        out.choice(index, 2, 4);
        out.alternative(value, value.length() == 18 ? EnbId.SHORT : EnbId.LONG);
    }

    @Override
    public EnbId decode(BitReader in) throws DecodeException {
        return switch (in.choice("eNB-ID", 2, 4)) {
            case 0 -> new EnbId((int) in.fixedBits("macro-eNB-ID", 20), 20);
            case 1 -> new EnbId((int) in.fixedBits("home-eNB-ID", 28), 28);
            case 2 -> in.alternative("short-Macro-eNB-ID", EnbId.SHORT);
            case 3 -> in.alternative("long-Macro-eNB-ID", EnbId.LONG);
            default -> throw in.malformed("eNB-ID", "an unknown kind of eNB identity");
        };
    }
}
