package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * RICaction-ToBeModifiedForModification-Item: new properties of an action.
 *
 * @param id 0..255
 * @param definition in the encoding of the service model
 * @param executionOrder 0..255 by the text in force
 */
public record ActionModification(
        int id, Optional<Octets> definition, OptionalLong executionOrder, Optional<SubsequentAction> subsequentAction) {
    static final Codec<ActionModification> CODEC = new Codec<>() {
        @Override
        public void encode(ActionModification value, BitWriter out) {
            out.bit(false);
            out.bit(value.definition.isPresent());
            out.bit(value.executionOrder.isPresent());
            out.bit(value.subsequentAction.isPresent());
            out.integer(value.id, 0, 255);
            if (value.definition.isPresent()) {
                out.octets(value.definition.get());
            }
            if (value.executionOrder.isPresent()) {
                out.extensibleInteger(value.executionOrder.getAsLong(), 0, 255);
            }
            if (value.subsequentAction.isPresent()) {
                SubsequentAction.CODEC.encode(value.subsequentAction.get(), out);
            }
        }

        @Override
        public ActionModification decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(4);
            ActionModification item = new ActionModification(
                    (int) in.integer("ricActionID", 0, 255),
                    (preamble & 4) != 0 ? Optional.of(in.octets("ricActionDefinition")) : Optional.empty(),
                    (preamble & 2) != 0
                            ? OptionalLong.of(in.extensibleInteger("ricActionExecutionOrder", 0, 255))
                            : OptionalLong.empty(),
                    (preamble & 1) != 0
                            ? Optional.of(in.field("ricSubsequentAction", SubsequentAction.CODEC))
                            : Optional.empty());
            if ((preamble & 8) != 0) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
