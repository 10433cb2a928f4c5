package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.UeId;
import java.util.List;
import java.util.OptionalLong;

/**
 * E2SM-KPM-IndicationMessage: one report.
 *
 * <p>E2SM-KPM clause 8.2.
 */
public sealed interface KpmIndicationMessage {
    int ROOT = 2;

    Codec<KpmIndicationMessage> CODEC = new KpmIndicationMessageCodec();

    static KpmIndicationMessage decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-KPM-IndicationMessage", octets, limits);
    }

    default Octets encode() {
        return CODEC.toOctetString(this);
    }

    /**
     * Format 1: measurements of the node, a cell or one UE.
     *
     * @param data one record per granularity period, at least one
     * @param measurements what the values are, in order; empty when the action definition says it
     */
    record Format1(List<MeasurementRecord> data, List<MeasurementInfo> measurements, OptionalLong granularityMillis)
            implements KpmIndicationMessage {
        public Format1 {
            data = FixedList.copyOf(data);
            measurements = FixedList.copyOf(measurements);
        }
    }

    /**
     * Format 2: measurements over matching UEs.
     *
     * @param conditions what the values are, in order
     */
    record Format2(List<MeasurementRecord> data, List<MatchedUes> conditions, OptionalLong granularityMillis)
            implements KpmIndicationMessage {
        public Format2 {
            data = FixedList.copyOf(data);
            conditions = FixedList.copyOf(conditions);
        }
    }

    /**
     * MeasurementCondUEidItem: one measurement, its conditions and who matched.
     *
     * @param ues empty when absent
     * @param uesPerPeriod who matched in each granularity period, an empty list for nobody (an extension addition);
     *     empty when absent
     */
    record MatchedUes(
            MeasurementType type, List<MatchingCondition> conditions, List<UeId> ues, List<List<UeId>> uesPerPeriod) {
        public MatchedUes {
            conditions = FixedList.copyOf(conditions);
            ues = FixedList.copyOf(ues);
            uesPerPeriod = FixedList.copyOf(uesPerPeriod);
        }
    }

    /** Format 3: the same measurements of several UEs. */
    record Format3(List<UeReport> reports) implements KpmIndicationMessage {
        public Format3 {
            reports = FixedList.copyOf(reports);
        }
    }

    /** UEMeasurementReportItem. */
    record UeReport(UeId ue, Format1 report) {}
}

/** Both directions of {@link KpmIndicationMessage}. */
final class KpmIndicationMessageCodec implements Codec<KpmIndicationMessage> {
    @Override
    public void encode(KpmIndicationMessage value, BitWriter out) {
        out.bit(false);
        switch (value) {
            case KpmIndicationMessage.Format1 format -> {
                out.choice(0, KpmIndicationMessage.ROOT, 3);
                IndicationFormatCodecs.FORMAT1.encode(format, out);
            }
            case KpmIndicationMessage.Format2 format -> {
                out.choice(1, KpmIndicationMessage.ROOT, 3);
                IndicationFormatCodecs.FORMAT2.encode(format, out);
            }
            case KpmIndicationMessage.Format3 format -> {
                out.choice(2, KpmIndicationMessage.ROOT, 3);
                out.alternative(format, IndicationFormatCodecs.FORMAT3);
            }
        }
    }

    @Override
    public KpmIndicationMessage decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        KpmIndicationMessage message = switch (in.choice("indicationMessage-formats", KpmIndicationMessage.ROOT, 3)) {
            case 0 -> in.field("indicationMessage-Format1", IndicationFormatCodecs.FORMAT1);
            case 1 -> in.field("indicationMessage-Format2", IndicationFormatCodecs.FORMAT2);
            case 2 -> in.alternative("indicationMessage-Format3", IndicationFormatCodecs.FORMAT3);
            default -> throw in.malformed("indicationMessage-formats", "an unknown format");
        };
        if (extended) {
            in.skipAdditions();
        }
        return message;
    }
}
