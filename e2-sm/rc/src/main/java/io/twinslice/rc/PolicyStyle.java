package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * RANFunctionDefinition-Policy-Item.
 *
 * <p>E2SM-RC clause 9.3.
 */
public record PolicyStyle(long type, String name, long eventTriggerStyle, List<Action> actions) {
    static final Codec<PolicyStyle> CODEC = new PolicyStyleCodec();

    public PolicyStyle {
        actions = FixedList.copyOf(actions);
    }

    /** The list inside its SEQUENCE. */
    static final Codec<List<PolicyStyle>> LIST = new ListInSequence<>("ric-PolicyStyle-List", 1, 63, CODEC);
    /** RANFunctionDefinition-Policy-Action-Item. */
    public record Action(
            long id,
            String name,
            long actionFormat,
            List<ParameterDefinition> actionParameters,
            List<ParameterDefinition> conditionParameters) {
        static final Codec<Action> CODEC = new Codec<>() {
            @Override
            public void encode(Action value, BitWriter out) {
                out.bit(false);
                out.bit(!value.actionParameters.isEmpty());
                out.bit(!value.conditionParameters.isEmpty());
                RanParameter.shortId(value.id, out);
                out.string(value.name, 1, 150);
                out.integer(value.actionFormat);
                if (!value.actionParameters.isEmpty()) {
                    out.list(value.actionParameters, 1, 65535, ParameterDefinition.ITEM);
                }
                if (!value.conditionParameters.isEmpty()) {
                    out.list(value.conditionParameters, 1, 65535, ParameterDefinition.ITEM);
                }
            }

            @Override
            public Action decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(3);
                Action item = new Action(
                        RanParameter.shortId("ric-PolicyAction-ID", in),
                        in.string("ric-PolicyAction-Name", 1, 150),
                        in.integer("ric-ActionDefinitionFormat-Type"),
                        (preamble & 2) != 0
                                ? in.list("ran-PolicyActionParameters-List", 1, 65535, ParameterDefinition.ITEM)
                                : List.of(),
                        (preamble & 1) != 0
                                ? in.list("ran-PolicyConditionParameters-List", 1, 65535, ParameterDefinition.ITEM)
                                : List.of());
                if ((preamble & 4) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public Action {
            actionParameters = FixedList.copyOf(actionParameters);
            conditionParameters = FixedList.copyOf(conditionParameters);
        }
    }
}

/** Both directions of {@link PolicyStyle}. */
final class PolicyStyleCodec implements Codec<PolicyStyle> {
    @Override
    public void encode(PolicyStyle value, BitWriter out) {
        out.bit(false);
        out.bit(!value.actions().isEmpty());
        out.integer(value.type());
        out.string(value.name(), 1, 150);
        out.integer(value.eventTriggerStyle());
        if (!value.actions().isEmpty()) {
            out.list(value.actions(), 1, 65535, PolicyStyle.Action.CODEC);
        }
    }

    @Override
    public PolicyStyle decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        PolicyStyle item = new PolicyStyle(
                in.integer("ric-PolicyStyle-Type"),
                in.string("ric-PolicyStyle-Name", 1, 150),
                in.integer("ric-SupportedEventTriggerStyle-Type"),
                (preamble & 1) != 0 ? in.list("ric-PolicyAction-List", 1, 65535, PolicyStyle.Action.CODEC) : List.of());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
