package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * NgENB-ID; its length says which alternative it is.
 *
 * @param value the bits as an unsigned number
 * @param length 20 (macro), 18 (short macro) or 21 (long macro)
 */
public record NgEnbId(int value, int length) {
    public static final Codec<NgEnbId> CODEC = new NgEnbIdCodec();

    public NgEnbId {
        if ((length != 18 && length != 20 && length != 21) || value >>> length != 0) {
            throw new IllegalArgumentException("an ng-eNB id has 18, 20 or 21 bits, not " + value + " in " + length);
        }
    }
}

/** Both directions of {@link NgEnbId}. */
final class NgEnbIdCodec implements Codec<NgEnbId> {
    @Override
    public void encode(NgEnbId value, BitWriter out) {
        out.choice(value.length() == 20 ? 0 : value.length() == 18 ? 1 : 2, 3);
        out.fixedBits(value.value(), value.length());
    }

    @Override
    public NgEnbId decode(BitReader in) throws DecodeException {
        int length = switch (in.choice("ngENB-ID", 3)) {
            case 0 -> 20;
            case 1 -> 18;
            case 2 -> 21;
            default -> throw in.malformed("ngENB-ID", "an unknown kind of ng-eNB identity");
        };
        return new NgEnbId((int) in.fixedBits("ngENB-ID", length), length);
    }
}
