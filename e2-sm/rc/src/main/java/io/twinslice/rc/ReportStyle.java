package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * RANFunctionDefinition-Report-Item.
 *
 * <p>E2SM-RC clause 9.3.
 */
public record ReportStyle(
        long type,
        String name,
        long eventTriggerStyle,
        long actionFormat,
        long headerFormat,
        long messageFormat,
        List<ParameterDefinition> parameters) {
    static final Codec<ReportStyle> CODEC = new ReportStyleCodec();

    public ReportStyle {
        parameters = FixedList.copyOf(parameters);
    }

    /** The list inside its SEQUENCE. */
    static final Codec<List<ReportStyle>> LIST = new ListInSequence<>("ric-ReportStyle-List", 1, 63, CODEC);
}

/** Both directions of {@link ReportStyle}. */
final class ReportStyleCodec implements Codec<ReportStyle> {
    @Override
    public void encode(ReportStyle value, BitWriter out) {
        out.bit(false);
        out.bit(!value.parameters().isEmpty());
        out.integer(value.type());
        out.string(value.name(), 1, 150);
        out.integer(value.eventTriggerStyle());
        out.integer(value.actionFormat());
        out.integer(value.headerFormat());
        out.integer(value.messageFormat());
        if (!value.parameters().isEmpty()) {
            out.list(value.parameters(), 1, 65535, ParameterDefinition.ITEM);
        }
    }

    @Override
    public ReportStyle decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        ReportStyle item = new ReportStyle(
                in.integer("ric-ReportStyle-Type"),
                in.string("ric-ReportStyle-Name", 1, 150),
                in.integer("ric-SupportedEventTriggerStyle-Type"),
                in.integer("ric-ReportActionFormat-Type"),
                in.integer("ric-IndicationHeaderFormat-Type"),
                in.integer("ric-IndicationMessageFormat-Type"),
                (preamble & 1) != 0
                        ? in.list("ran-ReportParameters-List", 1, 65535, ParameterDefinition.ITEM)
                        : List.of());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
