package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import java.util.Optional;

/**
 * RICaction-ToBeAddedForModification-Item: an action that joins a subscription.
 *
 * @param id 0..255
 * @param definition in the encoding of the service model
 * @param executionOrder 0..255 by the text in force
 */
public record ActionAddition(
        int id, ActionType type, Octets definition, long executionOrder, Optional<SubsequentAction> subsequentAction) {
    static final Codec<ActionAddition> CODEC = new Codec<>() {
        @Override
        public void encode(ActionAddition value, BitWriter out) {
            out.bits(value.subsequentAction.isPresent() ? 1 : 0, 2);
            out.integer(value.id, 0, 255);
            ActionType.CODEC.encode(value.type, out);
            out.octets(value.definition);
            out.extensibleInteger(value.executionOrder, 0, 255);
            if (value.subsequentAction.isPresent()) {
                SubsequentAction.CODEC.encode(value.subsequentAction.get(), out);
            }
        }

        @Override
        public ActionAddition decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            ActionAddition item = new ActionAddition(
                    (int) in.integer("ricActionID", 0, 255),
                    ActionType.CODEC.decode(in),
                    in.octets("ricActionDefinition"),
                    in.extensibleInteger("ricActionExecutionOrder", 0, 255),
                    (preamble & 1) != 0
                            ? Optional.of(in.field("ricSubsequentAction", SubsequentAction.CODEC))
                            : Optional.empty());
            if ((preamble & 2) != 0) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
