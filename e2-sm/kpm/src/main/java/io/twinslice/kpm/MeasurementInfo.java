package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * MeasurementInfoItem: one measurement and the labels it is wanted or reported for.
 *
 * <p>E2SM-KPM clause 8.3.
 *
 * @param labels at least one; a report has one value per label, in this order
 */
public record MeasurementInfo(MeasurementType type, List<MeasurementLabel> labels) {
    static final Codec<MeasurementLabel> LABEL_ITEM = Codec.sequence("measLabel", MeasurementLabel.CODEC);

    public static final Codec<MeasurementInfo> CODEC = new MeasurementInfoCodec();

    public MeasurementInfo {
        labels = FixedList.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("a measurement needs a label, if only the one that says there is none");
        }
    }

    /** A measurement of TS 28.552 without labels. */
    public static MeasurementInfo unlabelled(String name) {
        return new MeasurementInfo(MeasurementType.named(name), List.of(MeasurementLabel.NO_LABEL));
    }
}

/** Both directions of {@link MeasurementInfo}. */
final class MeasurementInfoCodec implements Codec<MeasurementInfo> {
    @Override
    public void encode(MeasurementInfo value, BitWriter out) {
        out.bit(false);
        MeasurementType.CODEC.encode(value.type(), out);
        out.longList(value.labels(), MeasurementInfo.LABEL_ITEM);
    }

    @Override
    public MeasurementInfo decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        MeasurementInfo info = new MeasurementInfo(
                in.field("measType", MeasurementType.CODEC), in.longList("labelInfoList", MeasurementInfo.LABEL_ITEM));
        if (extended) {
            in.skipAdditions();
        }
        return info;
    }
}
