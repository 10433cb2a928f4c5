package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * Criticality: what a receiver does with what it does not understand.
 *
 * <p>E2AP clause 9.3.5.
 */
public enum Criticality {
    REJECT,
    IGNORE,
    NOTIFY;

    static final Criticality[] ALL = values();

    static final Codec<Criticality> CODEC = new CriticalityCodec();

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

/** Both directions of {@link Criticality}. */
final class CriticalityCodec implements Codec<Criticality> {
    @Override
    public void encode(Criticality value, BitWriter out) {
        out.enumerated(value.index(), Criticality.ALL.length);
    }

    @Override
    public Criticality decode(BitReader in) throws DecodeException {
        return Criticality.ALL[in.enumerated("criticality", Criticality.ALL.length)];
    }
}
