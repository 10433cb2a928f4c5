package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;

/** An OCTET STRING that fills an IE. */
final class OctetsCodec {
    static final Codec<Octets> ANY = new Codec<>() {
        @Override
        public void encode(Octets value, BitWriter out) {
            out.octets(value);
        }

        @Override
        public Octets decode(BitReader in) throws DecodeException {
            return in.octets("octets");
        }
    };

    /** RICsubscriptionTime. */
    static final Codec<Octets> EIGHT = new Codec<>() {
        @Override
        public void encode(Octets value, BitWriter out) {
            if (value.length() != 8) {
                throw new IllegalArgumentException("a subscription time has 8 octets, not " + value.length());
            }
            out.fixedOctets(value);
        }

        @Override
        public Octets decode(BitReader in) throws DecodeException {
            return in.fixedOctets("octets", 8);
        }
    };

    private OctetsCodec() {}
}
