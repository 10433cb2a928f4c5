package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.Optional;

/**
 * E2nodeComponentConfigAdditionAck-Item and, with the same encoding, the acknowledgements of update and removal.
 *
 * @param failureCause present when the outcome is failure
 */
public record ComponentConfigAck(
        InterfaceType interfaceType, ComponentId id, UpdateOutcome outcome, Optional<Cause> failureCause) {
    static final Codec<ComponentConfigAck> CODEC = new Codec<>() {
        @Override
        public void encode(ComponentConfigAck value, BitWriter out) {
            out.bit(false);
            InterfaceType.CODEC.encode(value.interfaceType, out);
            ComponentId.CODEC.encode(value.id, out);
            out.bits(value.failureCause.isPresent() ? 1 : 0, 2);
            UpdateOutcome.CODEC.encode(value.outcome, out);
            if (value.failureCause.isPresent()) {
                Cause.CODEC.encode(value.failureCause.get(), out);
            }
        }

        @Override
        public ComponentConfigAck decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            InterfaceType interfaceType = InterfaceType.CODEC.decode(in);
            ComponentId id = in.field("e2nodeComponentID", ComponentId.CODEC);
            int preamble = in.preamble(2);
            ComponentConfigAck ack = new ComponentConfigAck(
                    interfaceType,
                    id,
                    UpdateOutcome.CODEC.decode(in),
                    (preamble & 1) != 0 ? Optional.of(in.field("failureCause", Cause.CODEC)) : Optional.empty());
            if ((preamble & 2) != 0) {
                in.skipAdditions();
            }
            if (extended) {
                in.skipAdditions();
            }
            return ack;
        }
    };

    /** The configuration that {@code config} brought is taken over. */
    public static ComponentConfigAck success(ComponentConfig config) {
        return new ComponentConfigAck(config.interfaceType(), config.id(), UpdateOutcome.SUCCESS, Optional.empty());
    }
}
