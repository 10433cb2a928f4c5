package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.OptionalLong;

/**
 * RANFunctionDefinition-Control-Item: a control style, its actions and the formats they use.
 *
 * <p>E2SM-RC clause 9.3.
 */
public record ControlStyle(
        long type,
        String name,
        List<Action> actions,
        long headerFormat,
        long messageFormat,
        OptionalLong callProcessIdFormat,
        long outcomeFormat,
        List<ParameterDefinition> outcomeParameters) {
    static final Codec<ControlStyle> CODEC = new ControlStyleCodec();

    public ControlStyle {
        actions = FixedList.copyOf(actions);
        outcomeParameters = FixedList.copyOf(outcomeParameters);
    }

    /** The list inside its SEQUENCE. */
    static final Codec<List<ControlStyle>> LIST = new ListInSequence<>("ric-ControlStyle-List", 1, 63, CODEC);
    /** RANFunctionDefinition-Control-Action-Item. */
    public record Action(long id, String name, List<ParameterDefinition> parameters) {
        static final Codec<Action> CODEC = new NamedParameters<>(
                List.of("ric-ControlAction-ID", "ric-ControlAction-Name", "ran-ControlActionParameters-List"),
                Action::new,
                Action::id,
                Action::name,
                Action::parameters);

        public Action {
            parameters = FixedList.copyOf(parameters);
        }
    }
}

/** Both directions of {@link ControlStyle}. */
final class ControlStyleCodec implements Codec<ControlStyle> {
    @Override
    public void encode(ControlStyle value, BitWriter out) {
        out.bit(false);
        out.bit(!value.actions().isEmpty());
        out.bit(value.callProcessIdFormat().isPresent());
        out.bit(!value.outcomeParameters().isEmpty());
        out.integer(value.type());
        out.string(value.name(), 1, 150);
        if (!value.actions().isEmpty()) {
            out.list(value.actions(), 1, 65535, ControlStyle.Action.CODEC);
        }
        out.integer(value.headerFormat());
        out.integer(value.messageFormat());
        if (value.callProcessIdFormat().isPresent()) {
            out.integer(value.callProcessIdFormat().getAsLong());
        }
        out.integer(value.outcomeFormat());
        if (!value.outcomeParameters().isEmpty()) {
            out.list(value.outcomeParameters(), 1, 255, ParameterDefinition.ITEM);
        }
    }

    @Override
    public ControlStyle decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(4);
        ControlStyle item = new ControlStyle(
                in.integer("ric-ControlStyle-Type"),
                in.string("ric-ControlStyle-Name", 1, 150),
                (preamble & 4) != 0
                        ? in.list("ric-ControlAction-List", 1, 65535, ControlStyle.Action.CODEC)
                        : List.of(),
                in.integer("ric-ControlHeaderFormat-Type"),
                in.integer("ric-ControlMessageFormat-Type"),
                (preamble & 2) != 0
                        ? OptionalLong.of(in.integer("ric-CallProcessIDFormat-Type"))
                        : OptionalLong.empty(),
                in.integer("ric-ControlOutcomeFormat-Type"),
                (preamble & 1) != 0
                        ? in.list("ran-ControlOutcomeParameters-List", 1, 255, ParameterDefinition.ITEM)
                        : List.of());
        if ((preamble & 8) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
