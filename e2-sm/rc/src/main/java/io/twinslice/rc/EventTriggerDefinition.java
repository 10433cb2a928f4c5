package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * RANFunctionDefinition-EventTrigger.
 *
 * <p>E2SM-RC clause 9.3.
 */
public record EventTriggerDefinition(
        List<Style> styles,
        List<ParameterDefinition> l2Parameters,
        List<CallProcess> callProcesses,
        List<ParameterDefinition> ueParameters,
        List<ParameterDefinition> cellParameters) {
    static final Codec<EventTriggerDefinition> CODEC = new EventTriggerDefinitionCodec();

    public EventTriggerDefinition {
        styles = FixedList.copyOf(styles);
        l2Parameters = FixedList.copyOf(l2Parameters);
        callProcesses = FixedList.copyOf(callProcesses);
        ueParameters = FixedList.copyOf(ueParameters);
        cellParameters = FixedList.copyOf(cellParameters);
    }
    /** RANFunctionDefinition-EventTrigger-Style-Item. */
    public record Style(long type, String name, long format) {
        static final Codec<Style> CODEC = new Codec<>() {
            @Override
            public void encode(Style value, BitWriter out) {
                out.bit(false);
                out.integer(value.type);
                out.string(value.name, 1, 150);
                out.integer(value.format);
            }

            @Override
            public Style decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Style item = new Style(
                        in.integer("ric-EventTriggerStyle-Type"),
                        in.string("ric-EventTriggerStyle-Name", 1, 150),
                        in.integer("ric-EventTriggerFormat-Type"));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }
    /** RANFunctionDefinition-EventTrigger-CallProcess-Item. */
    public record CallProcess(long id, String name, List<Breakpoint> breakpoints) {
        static final Codec<CallProcess> CODEC = new Codec<>() {
            @Override
            public void encode(CallProcess value, BitWriter out) {
                out.bit(false);
                RanParameter.shortId(value.id, out);
                out.string(value.name, 1, 150);
                out.list(value.breakpoints, 1, 65535, Breakpoint.CODEC);
            }

            @Override
            public CallProcess decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                CallProcess item = new CallProcess(
                        RanParameter.shortId("callProcessType-ID", in),
                        in.string("callProcessType-Name", 1, 150),
                        in.list("callProcessBreakpoints-List", 1, 65535, Breakpoint.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public CallProcess {
            breakpoints = FixedList.copyOf(breakpoints);
        }
    }
    /** RANFunctionDefinition-EventTrigger-Breakpoint-Item. */
    public record Breakpoint(long id, String name, List<ParameterDefinition> parameters) {
        static final Codec<Breakpoint> CODEC = new NamedParameters<>(
                List.of(
                        "callProcessBreakpoint-ID",
                        "callProcessBreakpoint-Name",
                        "ran-CallProcessBreakpointParameters-List"),
                Breakpoint::new,
                Breakpoint::id,
                Breakpoint::name,
                Breakpoint::parameters);

        public Breakpoint {
            parameters = FixedList.copyOf(parameters);
        }
    }
}

/** Both directions of {@link EventTriggerDefinition}. */
final class EventTriggerDefinitionCodec implements Codec<EventTriggerDefinition> {
    @Override
    public void encode(EventTriggerDefinition value, BitWriter out) {
        out.bit(false);
        out.bit(!value.l2Parameters().isEmpty());
        out.bit(!value.callProcesses().isEmpty());
        out.bit(!value.ueParameters().isEmpty());
        out.bit(!value.cellParameters().isEmpty());
        out.list(value.styles(), 1, 63, EventTriggerDefinition.Style.CODEC);
        if (!value.l2Parameters().isEmpty()) {
            out.list(value.l2Parameters(), 1, 65535, ParameterDefinition.ITEM);
        }
        if (!value.callProcesses().isEmpty()) {
            out.list(value.callProcesses(), 1, 65535, EventTriggerDefinition.CallProcess.CODEC);
        }
        if (!value.ueParameters().isEmpty()) {
            out.list(value.ueParameters(), 1, 65535, ParameterDefinition.ITEM);
        }
        if (!value.cellParameters().isEmpty()) {
            out.list(value.cellParameters(), 1, 65535, ParameterDefinition.ITEM);
        }
    }

    @Override
    public EventTriggerDefinition decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(5);
        EventTriggerDefinition item = new EventTriggerDefinition(
                in.list("ric-EventTriggerStyle-List", 1, 63, EventTriggerDefinition.Style.CODEC),
                (preamble & 8) != 0 ? in.list("ran-L2Parameters-List", 1, 65535, ParameterDefinition.ITEM) : List.of(),
                (preamble & 4) != 0
                        ? in.list("ran-CallProcessTypes-List", 1, 65535, EventTriggerDefinition.CallProcess.CODEC)
                        : List.of(),
                (preamble & 2) != 0
                        ? in.list("ran-UEIdentificationParameters-List", 1, 65535, ParameterDefinition.ITEM)
                        : List.of(),
                (preamble & 1) != 0
                        ? in.list("ran-CellIdentificationParameters-List", 1, 65535, ParameterDefinition.ITEM)
                        : List.of());
        if ((preamble & 16) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
