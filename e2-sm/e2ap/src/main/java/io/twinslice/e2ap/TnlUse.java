package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** E2connectionUpdate-Item: a transport address and what it is for. */
public record TnlUse(TnlInformation tnl, TnlUsage usage) {
    static final Codec<TnlUse> CODEC = new Codec<>() {
        @Override
        public void encode(TnlUse value, BitWriter out) {
            out.bit(false);
            TnlInformation.CODEC.encode(value.tnl, out);
            TnlUsage.CODEC.encode(value.usage, out);
        }

        @Override
        public TnlUse decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            TnlUse item = new TnlUse(in.field("tnlInformation", TnlInformation.CODEC), TnlUsage.CODEC.decode(in));
            if (extended) {
                in.skipAdditions();
            }
            return item;
        }
    };

    /** E2connectionUpdateRemove-Item. */
    static final Codec<TnlInformation> REMOVED = Codec.sequence("tnlInformation", TnlInformation.CODEC);
}
