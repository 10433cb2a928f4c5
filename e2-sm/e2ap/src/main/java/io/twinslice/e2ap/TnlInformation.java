package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitString;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.OptionalInt;

/**
 * TNLinformation: a transport address.
 *
 * @param address IPv4 (32 bits), IPv6 (128) or both (160)
 * @param port 16 bits
 */
public record TnlInformation(BitString address, OptionalInt port) {
    static final Codec<TnlInformation> CODEC = new Codec<>() {
        @Override
        public void encode(TnlInformation value, BitWriter out) {
            out.bits(value.port.isPresent() ? 1 : 0, 2);
            out.extensibleBits(value.address, 1, 160);
            if (value.port.isPresent()) {
                out.fixedBits(value.port.getAsInt(), 16);
            }
        }

        @Override
        public TnlInformation decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            TnlInformation information = new TnlInformation(
                    in.extensibleBits("tnlAddress", 1, 160),
                    (preamble & 1) != 0 ? OptionalInt.of((int) in.fixedBits("tnlPort", 16)) : OptionalInt.empty());
            if ((preamble & 2) != 0) {
                in.skipAdditions();
            }
            return information;
        }
    };
}
