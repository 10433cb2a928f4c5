package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.Cgi;
import java.util.List;
import java.util.Optional;

/**
 * E2SM-KPM-ActionDefinition: what a subscription's action reports.
 *
 * <p>E2SM-KPM clause 8.2.
 *
 * @param styleType RIC style, 1 to 5 by the text in force
 */
public record KpmActionDefinition(long styleType, ActionFormat format) {
    static final int ROOT = 3;

    public static final Codec<KpmActionDefinition> CODEC = new KpmActionDefinitionCodec();

    /**
     * Report style 1: {@code measurements} of {@code cell}, or of the whole node, in periods of
     * {@code granularityMillis}.
     */
    public static KpmActionDefinition style1(
            List<MeasurementInfo> measurements, long granularityMillis, Optional<Cgi> cell) {
        return new KpmActionDefinition(1, new ActionFormat.Format1(measurements, granularityMillis, cell));
    }

    public static KpmActionDefinition decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-KPM-ActionDefinition", octets, limits);
    }

    public Octets encode() {
        return CODEC.toOctetString(this);
    }
}

/** Both directions of {@link KpmActionDefinition}. */
final class KpmActionDefinitionCodec implements Codec<KpmActionDefinition> {
    @Override
    public void encode(KpmActionDefinition value, BitWriter out) {
        out.bit(false);
        out.integer(value.styleType());
        switch (value.format()) {
            case ActionFormat.Format1 format -> {
                out.choice(0, KpmActionDefinition.ROOT, 5);
                ActionFormatCodecs.FORMAT1.encode(format, out);
            }
            case ActionFormat.Format2 format -> {
                out.choice(1, KpmActionDefinition.ROOT, 5);
                ActionFormatCodecs.FORMAT2.encode(format, out);
            }
            case ActionFormat.Format3 format -> {
                out.choice(2, KpmActionDefinition.ROOT, 5);
                ActionFormatCodecs.FORMAT3.encode(format, out);
            }
            case ActionFormat.Format4 format -> {
                out.choice(3, KpmActionDefinition.ROOT, 5);
                out.alternative(format, ActionFormatCodecs.FORMAT4);
            }
            case ActionFormat.Format5 format -> {
                out.choice(4, KpmActionDefinition.ROOT, 5);
                out.alternative(format, ActionFormatCodecs.FORMAT5);
            }
        }
    }

    @Override
    public KpmActionDefinition decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        long styleType = in.integer("ric-Style-Type");
        ActionFormat format = switch (in.choice("actionDefinition-formats", KpmActionDefinition.ROOT, 5)) {
            case 0 -> in.field("actionDefinition-Format1", ActionFormatCodecs.FORMAT1);
            case 1 -> in.field("actionDefinition-Format2", ActionFormatCodecs.FORMAT2);
            case 2 -> in.field("actionDefinition-Format3", ActionFormatCodecs.FORMAT3);
            case 3 -> in.alternative("actionDefinition-Format4", ActionFormatCodecs.FORMAT4);
            case 4 -> in.alternative("actionDefinition-Format5", ActionFormatCodecs.FORMAT5);
            default -> throw in.malformed("actionDefinition-formats", "an unknown format");
        };
        if (extended) {
            in.skipAdditions();
        }
        return new KpmActionDefinition(styleType, format);
    }
}
