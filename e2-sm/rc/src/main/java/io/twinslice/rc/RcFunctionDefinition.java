package io.twinslice.rc;

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

/**
 * E2SM-RC-RANFunctionDefinition: what a node lets a RIC control, see and be asked.
 *
 * <p>E2SM-RC clause 9.2.
 */
public record RcFunctionDefinition(
        RanFunctionName name,
        Optional<EventTriggerDefinition> eventTrigger,
        List<ReportStyle> reportStyles,
        List<InsertStyle> insertStyles,
        List<ControlStyle> controlStyles,
        List<PolicyStyle> policyStyles) {
    public static final Codec<RcFunctionDefinition> CODEC = new RcFunctionDefinitionCodec();

    public RcFunctionDefinition {
        reportStyles = FixedList.copyOf(reportStyles);
        insertStyles = FixedList.copyOf(insertStyles);
        controlStyles = FixedList.copyOf(controlStyles);
        policyStyles = FixedList.copyOf(policyStyles);
    }

    public static RcFunctionDefinition decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-RC-RANFunctionDefinition", octets, limits);
    }

    public Octets encode() {
        return CODEC.toOctetString(this);
    }
}

/** Both directions of {@link RcFunctionDefinition}. */
final class RcFunctionDefinitionCodec implements Codec<RcFunctionDefinition> {
    @Override
    public void encode(RcFunctionDefinition value, BitWriter out) {
        out.bit(false);
        out.bit(value.eventTrigger().isPresent());
        out.bit(!value.reportStyles().isEmpty());
        out.bit(!value.insertStyles().isEmpty());
        out.bit(!value.controlStyles().isEmpty());
        out.bit(!value.policyStyles().isEmpty());
        RanFunctionName.CODEC.encode(value.name(), out);
        if (value.eventTrigger().isPresent()) {
            EventTriggerDefinition.CODEC.encode(value.eventTrigger().get(), out);
        }
        if (!value.reportStyles().isEmpty()) {
            ReportStyle.LIST.encode(value.reportStyles(), out);
        }
        if (!value.insertStyles().isEmpty()) {
            InsertStyle.LIST.encode(value.insertStyles(), out);
        }
        if (!value.controlStyles().isEmpty()) {
            ControlStyle.LIST.encode(value.controlStyles(), out);
        }
        if (!value.policyStyles().isEmpty()) {
            PolicyStyle.LIST.encode(value.policyStyles(), out);
        }
    }

    @Override
    public RcFunctionDefinition decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(6);
        RcFunctionDefinition item = new RcFunctionDefinition(
                in.field("ranFunction-Name", RanFunctionName.CODEC),
                (preamble & 16) != 0
                        ? Optional.of(in.field("ranFunctionDefinition-EventTrigger", EventTriggerDefinition.CODEC))
                        : Optional.empty(),
                (preamble & 8) != 0 ? in.field("ranFunctionDefinition-Report", ReportStyle.LIST) : List.of(),
                (preamble & 4) != 0 ? in.field("ranFunctionDefinition-Insert", InsertStyle.LIST) : List.of(),
                (preamble & 2) != 0 ? in.field("ranFunctionDefinition-Control", ControlStyle.LIST) : List.of(),
                (preamble & 1) != 0 ? in.field("ranFunctionDefinition-Policy", PolicyStyle.LIST) : List.of());
        if ((preamble & 32) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
