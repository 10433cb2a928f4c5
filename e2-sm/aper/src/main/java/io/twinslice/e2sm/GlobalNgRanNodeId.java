package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * GlobalNGRANNodeID: a gNB or an ng-eNB.
 *
 * <p>E2SM clause 6.2.
 */
public sealed interface GlobalNgRanNodeId permits GlobalGnbId, GlobalNgEnbId {
    Codec<GlobalNgRanNodeId> CODEC = new GlobalNgRanNodeIdCodec();
}

/** Both directions of {@link GlobalNgRanNodeId}. */
final class GlobalNgRanNodeIdCodec implements Codec<GlobalNgRanNodeId> {
    @Override
    public void encode(GlobalNgRanNodeId value, BitWriter out) {
        switch (value) {
            case GlobalGnbId gnb -> {
                out.choice(0, 2);
                GlobalGnbId.CODEC.encode(gnb, out);
            }
            case GlobalNgEnbId ngEnb -> {
                out.choice(1, 2);
                GlobalNgEnbId.CODEC.encode(ngEnb, out);
            }
        }
    }

    @Override
    public GlobalNgRanNodeId decode(BitReader in) throws DecodeException {
        return switch (in.choice("NG-RAN node", 2)) {
            case 0 -> in.field("gNB", GlobalGnbId.CODEC);
            case 1 -> in.field("ng-eNB", GlobalNgEnbId.CODEC);
            default -> throw in.malformed("NG-RAN node", "an unknown kind of node");
        };
    }
}
