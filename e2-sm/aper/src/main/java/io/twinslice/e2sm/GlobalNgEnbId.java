package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * GlobalNgENB-ID.
 *
 * <p>E2SM clause 6.2.
 */
public record GlobalNgEnbId(PlmnIdentity plmn, Id id) implements GlobalNgRanNodeId {
    public static final Codec<GlobalNgEnbId> CODEC = new GlobalNgEnbIdCodec();

    /**
     * NgENB-ID; its length says which alternative it is.
     *
     * @param value the bits as an unsigned number
     * @param length 20 (macro), 18 (short macro) or 21 (long macro)
     */
    public record Id(int value, int length) {
        public static final Codec<Id> CODEC = new NgEnbIdCodec();

        public Id {
            if ((length != 18 && length != 20 && length != 21) || value >>> length != 0) {
                throw new IllegalArgumentException(
                        "an ng-eNB id has 18, 20 or 21 bits, not " + value + " in " + length);
            }
        }
    }
}

/** Both directions of {@link GlobalNgEnbId}. */
final class GlobalNgEnbIdCodec implements Codec<GlobalNgEnbId> {
    @Override
    public void encode(GlobalNgEnbId value, BitWriter out) {
        out.bit(false);
        PlmnIdentity.CODEC.encode(value.plmn(), out);
        GlobalNgEnbId.Id.CODEC.encode(value.id(), out);
    }

    @Override
    public GlobalNgEnbId decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        PlmnIdentity plmn = in.field("pLMNIdentity", PlmnIdentity.CODEC);
        GlobalNgEnbId.Id id = in.field("ngENB-ID", GlobalNgEnbId.Id.CODEC);
        if (extended) {
            in.skipAdditions();
        }
        return new GlobalNgEnbId(plmn, id);
    }
}

/** Both directions of {@link GlobalNgEnbId.Id}. */
final class NgEnbIdCodec implements Codec<GlobalNgEnbId.Id> {
    @Override
    public void encode(GlobalNgEnbId.Id value, BitWriter out) {
        out.choice(value.length() == 20 ? 0 : value.length() == 18 ? 1 : 2, 3);
        out.fixedBits(value.value(), value.length());
    }

    @Override
    public GlobalNgEnbId.Id decode(BitReader in) throws DecodeException {
        int length = switch (in.choice("ngENB-ID", 3)) {
            case 0 -> 20;
            case 1 -> 18;
            case 2 -> 21;
            default -> throw in.malformed("ngENB-ID", "an unknown kind of ng-eNB identity");
        };
        return new GlobalNgEnbId.Id((int) in.fixedBits("ngENB-ID", length), length);
    }
}
