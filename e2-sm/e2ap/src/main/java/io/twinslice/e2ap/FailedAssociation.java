package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** E2connectionSetupFailed-Item: a transport address that could not be used, and why. */
public record FailedAssociation(TnlInformation tnl, Cause cause) {
    static final Codec<FailedAssociation> CODEC = new Codec<>() {
        @Override
        public void encode(FailedAssociation value, BitWriter out) {
            out.bit(false);
            TnlInformation.CODEC.encode(value.tnl, out);
            Cause.CODEC.encode(value.cause, out);
        }

        @Override
        public FailedAssociation decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            FailedAssociation item = new FailedAssociation(
                    in.field("tnlInformation", TnlInformation.CODEC), in.field("cause", Cause.CODEC));
            if (extended) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
