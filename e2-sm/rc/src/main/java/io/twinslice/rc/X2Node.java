package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.GlobalEnbId;
import io.twinslice.e2sm.GlobalGnbId;

/** nodeType of InterfaceID-X2: the peer. */
public sealed interface X2Node {
    Codec<X2Node> CODEC = new X2NodeCodec();

    /** An eNB. */
    record Enb(GlobalEnbId id) implements X2Node {}

    /** An en-gNB. */
    record EnGnb(GlobalGnbId id) implements X2Node {}
}

/** Both directions of {@link X2Node}. */
final class X2NodeCodec implements Codec<X2Node> {
    @Override
    public void encode(X2Node value, BitWriter out) {
        switch (value) {
            case X2Node.Enb enb -> {
                out.choice(0, 2);
                GlobalEnbId.CODEC.encode(enb.id(), out);
            }
            case X2Node.EnGnb enGnb -> {
                out.choice(1, 2);
                GlobalGnbId.CODEC.encode(enGnb.id(), out);
            }
        }
    }

    @Override
    public X2Node decode(BitReader in) throws DecodeException {
        return switch (in.choice("nodeType", 2)) {
            case 0 -> new X2Node.Enb(in.field("global-eNB-ID", GlobalEnbId.CODEC));
            case 1 -> new X2Node.EnGnb(in.field("global-en-gNB-ID", GlobalGnbId.CODEC));
            default -> throw in.malformed("nodeType", "an unknown kind of node");
        };
    }
}
