package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** TransactionID: INTEGER (0..255, ...), which pairs the messages of a procedure about the interface itself. */
final class TransactionId implements Codec<Long> {
    static final TransactionId CODEC = new TransactionId();

    private TransactionId() {}

    @Override
    public void encode(Long value, BitWriter out) {
        encodeLong(value, out);
    }

    void encodeLong(long value, BitWriter out) {
        out.extensibleInteger(value, 0, 255);
    }

    @Override
    public Long decode(BitReader in) throws DecodeException {
        return decodeLong(in);
    }

    long decodeLong(BitReader in) throws DecodeException {
        return in.extensibleInteger("TransactionID", 0, 255);
    }
}
