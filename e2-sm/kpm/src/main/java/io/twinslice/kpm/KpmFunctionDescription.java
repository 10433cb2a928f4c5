package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.RanFunctionName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * E2SM-KPM-RANfunction-Description: what a node can measure and how it can be asked.
 *
 * <p>E2SM-KPM clause 8.2.
 */
public record KpmFunctionDescription(
        RanFunctionName name, List<EventTriggerStyle> eventTriggerStyles, List<ReportStyle> reportStyles) {
    public static final Codec<KpmFunctionDescription> CODEC = new KpmFunctionDescriptionCodec();

    public KpmFunctionDescription {
        eventTriggerStyles = FixedList.copyOf(eventTriggerStyles);
        reportStyles = FixedList.copyOf(reportStyles);
    }

    public static KpmFunctionDescription decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-KPM-RANfunction-Description", octets, limits);
    }

    public Octets encode() {
        return CODEC.toOctetString(this);
    }

    /** RIC-EventTriggerStyle-Item. */
    public record EventTriggerStyle(long type, String name, long format) {
        static final Codec<EventTriggerStyle> CODEC = new Codec<>() {
            @Override
            public void encode(EventTriggerStyle value, BitWriter out) {
                out.bit(false);
                out.integer(value.type);
                out.string(value.name, 1, 150);
                out.integer(value.format);
            }

            @Override
            public EventTriggerStyle decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                EventTriggerStyle style = new EventTriggerStyle(
                        in.integer("ric-EventTriggerStyle-Type"),
                        in.string("ric-EventTriggerStyle-Name", 1, 150),
                        in.integer("ric-EventTriggerFormat-Type"));
                if (extended) {
                    in.skipAdditions();
                }
                return style;
            }
        };
    }

    /** RIC-ReportStyle-Item: a way to report, the formats it uses and the measurements it offers. */
    public record ReportStyle(
            long type,
            String name,
            long actionFormat,
            List<Measurement> measurements,
            long headerFormat,
            long messageFormat) {
        static final Codec<ReportStyle> CODEC = new Codec<>() {
            @Override
            public void encode(ReportStyle value, BitWriter out) {
                out.bit(false);
                out.integer(value.type);
                out.string(value.name, 1, 150);
                out.integer(value.actionFormat);
                out.list(value.measurements, 1, 65535, Measurement.CODEC);
                out.integer(value.headerFormat);
                out.integer(value.messageFormat);
            }

            @Override
            public ReportStyle decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                ReportStyle style = new ReportStyle(
                        in.integer("ric-ReportStyle-Type"),
                        in.string("ric-ReportStyle-Name", 1, 150),
                        in.integer("ric-ActionFormat-Type"),
                        in.list("measInfo-Action-List", 1, 65535, Measurement.CODEC),
                        in.integer("ric-IndicationHeaderFormat-Type"),
                        in.integer("ric-IndicationMessageFormat-Type"));
                if (extended) {
                    in.skipAdditions();
                }
                return style;
            }
        };

        public ReportStyle {
            measurements = FixedList.copyOf(measurements);
        }
    }

    /**
     * MeasurementInfo-Action-Item: a measurement the node offers.
     *
     * @param id number that may stand for the name
     * @param bins of a distribution (an extension addition)
     */
    public record Measurement(String name, OptionalLong id, Optional<BinRanges> bins) {
        static final Codec<Measurement> CODEC = new Codec<>() {
            @Override
            public void encode(Measurement value, BitWriter out) {
                out.bit(value.bins.isPresent());
                out.bit(value.id.isPresent());
                out.string(value.name, 1, 150);
                if (value.id.isPresent()) {
                    out.extensibleInteger(value.id.getAsLong(), 1, 65536);
                }
                if (value.bins.isPresent()) {
                    out.additions(1, 1);
                    out.openType(value.bins.get(), BinRanges.CODEC);
                }
            }

            @Override
            public Measurement decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                return new Measurement(
                        in.string("measName", 1, 150),
                        (preamble & 1) != 0
                                ? OptionalLong.of(in.extensibleInteger("measID", 1, 65536))
                                : OptionalLong.empty(),
                        (preamble & 2) != 0 ? ConditionalMeasurement.bins(in) : Optional.empty());
            }
        };

        /** A measurement of TS 28.552 by name alone. */
        public Measurement(String name) {
            this(name, OptionalLong.empty(), Optional.empty());
        }
    }
}

/** Both directions of {@link KpmFunctionDescription}. */
final class KpmFunctionDescriptionCodec implements Codec<KpmFunctionDescription> {
    @Override
    public void encode(KpmFunctionDescription value, BitWriter out) {
        out.bit(false);
        out.bit(!value.eventTriggerStyles().isEmpty());
        out.bit(!value.reportStyles().isEmpty());
        RanFunctionName.CODEC.encode(value.name(), out);
        if (!value.eventTriggerStyles().isEmpty()) {
            out.list(value.eventTriggerStyles(), 1, 63, KpmFunctionDescription.EventTriggerStyle.CODEC);
        }
        if (!value.reportStyles().isEmpty()) {
            out.list(value.reportStyles(), 1, 63, KpmFunctionDescription.ReportStyle.CODEC);
        }
    }

    @Override
    public KpmFunctionDescription decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(3);
        KpmFunctionDescription description = new KpmFunctionDescription(
                in.field("ranFunction-Name", RanFunctionName.CODEC),
                (preamble & 2) != 0
                        ? in.list("ric-EventTriggerStyle-List", 1, 63, KpmFunctionDescription.EventTriggerStyle.CODEC)
                        : List.of(),
                (preamble & 1) != 0
                        ? in.list("ric-ReportStyle-List", 1, 63, KpmFunctionDescription.ReportStyle.CODEC)
                        : List.of());
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
        return description;
    }
}
