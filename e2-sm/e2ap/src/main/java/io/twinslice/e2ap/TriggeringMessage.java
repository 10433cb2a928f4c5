package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** TriggeringMessage: the kind of message a diagnosis is about. */
public enum TriggeringMessage {
    INITIATING_MESSAGE,
    SUCCESSFUL_OUTCOME,
    UNSUCCESSFUL_OUTCOME;

    private static final TriggeringMessage[] ALL = values();

    static final Codec<TriggeringMessage> CODEC = new Codec<>() {
        @Override
        public void encode(TriggeringMessage value, BitWriter out) {
            out.enumerated(value.index(), ALL.length);
        }

        @Override
        public TriggeringMessage decode(BitReader in) throws DecodeException {
            return ALL[in.enumerated("triggeringMessage", ALL.length)];
        }
    };

    static TriggeringMessage at(int index) {
        return ALL[index];
    }

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
