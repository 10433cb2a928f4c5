package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** Criticality: what a receiver does with what it does not understand. */
public enum Criticality {
    REJECT,
    IGNORE,
    NOTIFY;

    private static final Criticality[] ALL = values();

    static final Codec<Criticality> CODEC = new Codec<>() {
        @Override
        public void encode(Criticality value, BitWriter out) {
            out.enumerated(value.index(), ALL.length);
        }

        @Override
        public Criticality decode(BitReader in) throws DecodeException {
            return ALL[in.enumerated("criticality", ALL.length)];
        }
    };

    /** Reads one that should be {@code expected}; any other is noted, since messages do not keep it. */
    static Criticality sent(Criticality expected, BitReader in) throws DecodeException {
        int from = in.position();
        Criticality sent = CODEC.decode(in);
        if (sent != expected && in.keepsRemarks()) {
            in.remarkBits(from);
        }
        return sent;
    }

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
