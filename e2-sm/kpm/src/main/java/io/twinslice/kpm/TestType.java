package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** TestCond-Type in wire order; from UL_RSRP on they are extension alternatives. */
public enum TestType {
    GBR,
    AMBR,
    IS_STAT,
    IS_CAT_M,
    RSRP,
    RSRQ,
    UL_RSRP,
    CQI,
    FIVE_QI,
    QCI,
    S_NSSAI;

    private static final TestType[] ALL = values();
    private static final int ROOT = 6;

    static final Codec<TestType> CODEC = new Codec<>() {
        @Override
        public void encode(TestType value, BitWriter out) {
            int index = value.index();
            out.choice(index, ROOT, ALL.length);
            if (index < ROOT) {
                out.extensibleEnum(0, 1);
            } else {
                out.alternative(true, LogicalOr.CODEC);
            }
        }

        @Override
        public TestType decode(BitReader in) throws DecodeException {
            int index = in.choice("testType", ROOT, ALL.length);
            if (index >= ALL.length) {
                throw in.malformed("testType", "an unknown test");
            }
            if (index < ROOT) {
                MeasurementLabelCodec.flag(in, "testType");
            } else {
                in.alternative("testType", LogicalOr.CODEC);
            }
            return ALL[index];
        }
    };

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
