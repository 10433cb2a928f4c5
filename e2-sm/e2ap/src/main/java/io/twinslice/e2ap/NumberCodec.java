package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** INTEGER (lower..upper) as an int. */
record NumberCodec(String name, int lower, int upper) implements Codec<Integer> {
    static final NumberCodec RAN_FUNCTION_ID = new NumberCodec("RANfunctionID", 0, 4095);
    static final NumberCodec ACTION_ID = new NumberCodec("RICactionID", 0, 255);
    static final NumberCodec SEQUENCE_NUMBER = new NumberCodec("RICindicationSN", 0, 65535);

    @Override
    public void encode(Integer value, BitWriter out) {
        encodeInt(value, out);
    }

    void encodeInt(int value, BitWriter out) {
        out.integer(value, lower, upper);
    }

    @Override
    public Integer decode(BitReader in) throws DecodeException {
        return decodeInt(in);
    }

    int decodeInt(BitReader in) throws DecodeException {
        return (int) in.integer(name, lower, upper);
    }
}
