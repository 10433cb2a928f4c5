package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * MeasurementDataItem: the values of one granularity period, in the order of the measurements and, within each, of its
 * labels.
 *
 * <p>E2SM-KPM clause 8.3.
 *
 * @param values at least one
 * @param incomplete the node says that the period was not measured wholly
 */
public record MeasurementRecord(List<MeasurementValue> values, boolean incomplete) {
    public static final Codec<MeasurementRecord> CODEC = new MeasurementRecordCodec();

    public MeasurementRecord {
        values = FixedList.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a measurement record needs a value");
        }
    }

    /** A completely measured period. */
    public MeasurementRecord(List<MeasurementValue> values) {
        this(values, false);
    }
}

/** Both directions of {@link MeasurementRecord}. */
final class MeasurementRecordCodec implements Codec<MeasurementRecord> {
    @Override
    public void encode(MeasurementRecord value, BitWriter out) {
        out.bits(value.incomplete() ? 1 : 0, 2);
        out.longList(value.values(), MeasurementValue.CODEC);
        if (value.incomplete()) {
            out.extensibleEnum(0, 1);
        }
    }

    @Override
    public MeasurementRecord decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        List<MeasurementValue> values = in.longList("measRecord", MeasurementValue.CODEC);
        boolean incomplete = (preamble & 1) != 0;
        if (incomplete) {
            MeasurementLabelCodec.flag(in, "incompleteFlag");
        }
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return new MeasurementRecord(values, incomplete);
    }
}
