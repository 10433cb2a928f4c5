package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * RICaction-ToBeSetup-Item: one action of a subscription.
 *
 * @param id 0..255
 * @param definition in the encoding of the service model
 * @param executionOrder since v03.01; 0..255 by the text in force
 */
public record RicAction(
        int id,
        ActionType type,
        Optional<Octets> definition,
        Optional<SubsequentAction> subsequentAction,
        OptionalLong executionOrder) {
    private static final Codec<Long> EXECUTION_ORDER = new Codec<>() {
        @Override
        public void encode(Long value, BitWriter out) {
            out.extensibleInteger(value, 0, 255);
        }

        @Override
        public Long decode(BitReader in) throws DecodeException {
            return in.extensibleInteger("ricActionExecutionOrder", 0, 255);
        }
    };

    static final Codec<RicAction> CODEC = new Codec<>() {
        @Override
        public void encode(RicAction value, BitWriter out) {
            out.bit(value.executionOrder.isPresent());
            out.bit(value.definition.isPresent());
            out.bit(value.subsequentAction.isPresent());
            out.integer(value.id, 0, 255);
            ActionType.CODEC.encode(value.type, out);
            if (value.definition.isPresent()) {
                out.octets(value.definition.get());
            }
            if (value.subsequentAction.isPresent()) {
                SubsequentAction.CODEC.encode(value.subsequentAction.get(), out);
            }
            if (value.executionOrder.isPresent()) {
                out.additions(1, 1);
                out.openType(value.executionOrder.getAsLong(), EXECUTION_ORDER);
            }
        }

        @Override
        public RicAction decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(3);
            return new RicAction(
                    (int) in.integer("ricActionID", 0, 255),
                    ActionType.CODEC.decode(in),
                    (preamble & 2) != 0 ? Optional.of(in.octets("ricActionDefinition")) : Optional.empty(),
                    (preamble & 1) != 0
                            ? Optional.of(in.field("ricSubsequentAction", SubsequentAction.CODEC))
                            : Optional.empty(),
                    executionOrder((preamble & 4) != 0, in));
        }

        private OptionalLong executionOrder(boolean extended, BitReader in) throws DecodeException {
            if (!extended) {
                return OptionalLong.empty();
            }
            long additions = in.additions();
            OptionalLong order = (additions & 1) != 0
                    ? OptionalLong.of(in.openType("ricActionExecutionOrder", EXECUTION_ORDER))
                    : OptionalLong.empty();
            in.skipAdditions(additions, 1);
            return order;
        }
    };

    /** A report action. */
    public static RicAction report(int id, Octets definition) {
        return new RicAction(id, ActionType.REPORT, Optional.of(definition), Optional.empty(), OptionalLong.empty());
    }
}
