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

    static final TestType[] ALL = values();
    static final int ROOT = 6;

    static final Codec<TestType> CODEC = new TestTypeCodec();

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}

/** Both directions of {@link TestType}. */
final class TestTypeCodec implements Codec<TestType> {
    @Override
    public void encode(TestType value, BitWriter out) {
        int index = value.index();
        out.choice(index, TestType.ROOT, TestType.ALL.length);
        if (index < TestType.ROOT) {
            out.extensibleEnum(0, 1);
        } else {
            out.alternative(true, LogicalOr.CODEC);
        }
    }

    @Override
    public TestType decode(BitReader in) throws DecodeException {
        int index = in.choice("testType", TestType.ROOT, TestType.ALL.length);
        if (index >= TestType.ALL.length) {
            throw in.malformed("testType", "an unknown test");
        }
        if (index < TestType.ROOT) {
            MeasurementLabelCodec.flag(in, "testType");
        } else {
            in.alternative("testType", LogicalOr.CODEC);
        }
        return TestType.ALL[index];
    }
}
