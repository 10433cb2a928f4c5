package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** E2nodeTNLassociationRemoval-Item: a transport association by its two ends. */
public record TnlAssociation(TnlInformation node, TnlInformation ric) {
    static final Codec<TnlAssociation> CODEC = new Codec<>() {
        @Override
        public void encode(TnlAssociation value, BitWriter out) {
            out.bit(false);
            TnlInformation.CODEC.encode(value.node, out);
            TnlInformation.CODEC.encode(value.ric, out);
        }

        @Override
        public TnlAssociation decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            TnlAssociation item = new TnlAssociation(
                    in.field("tnlInformation", TnlInformation.CODEC),
                    in.field("tnlInformationRIC", TnlInformation.CODEC));
            if (extended) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
