package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** ENUMERATED {true, ...} as a value of its own, where it fills an open type. */
final class LogicalOr implements Codec<Boolean> {
    static final Codec<Boolean> CODEC = new LogicalOr();

    private LogicalOr() {}

    @Override
    public void encode(Boolean value, BitWriter out) {
        out.extensibleEnum(0, 1);
    }

    @Override
    public Boolean decode(BitReader in) throws DecodeException {
        MeasurementLabelCodec.flag(in, "true");
        return true;
    }
}
