package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * E2nodeComponentConfigAddition-Item and, with the same encoding, E2nodeComponentConfigUpdate-Item: the setup of one
 * interface of a node.
 *
 * <p>E2AP clauses 9.2.27 and 9.3.5 (ASN.1).
 *
 * @param requestPart setup request of the interface's own protocol
 * @param responsePart its answer
 */
public record ComponentConfig(
        ComponentId.InterfaceType interfaceType, ComponentId id, Octets requestPart, Octets responsePart) {
    static final Codec<ComponentConfig> CODEC = new ComponentConfigCodec();

    /**
     * E2nodeComponentConfigAdditionAck-Item and, with the same encoding, the acknowledgements of update and removal.
     *
     * @param failureCause present when the outcome is failure
     */
    public record Ack(
            ComponentId.InterfaceType interfaceType, ComponentId id, Outcome outcome, Optional<Cause> failureCause) {
        static final Codec<Ack> CODEC = new ComponentConfigAckCodec();

        /** The configuration that {@code config} brought is taken over. */
        public static Ack success(ComponentConfig config) {
            return new Ack(config.interfaceType(), config.id(), Outcome.SUCCESS, Optional.empty());
        }
    }

    /** E2nodeComponentConfigRemoval-Item: an interface that a node gives up. */
    public record Removal(ComponentId.InterfaceType interfaceType, ComponentId id) {
        static final Codec<Removal> CODEC = new ComponentRemovalCodec();
    }

    /** Whether the RIC took over the configuration of a node component. */
    public enum Outcome {
        SUCCESS,
        FAILURE,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<Outcome> CODEC =
                new Codec.Enumerated<>("updateOutcome", List.of(values()), 2, Outcome::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link ComponentConfig}. */
final class ComponentConfigCodec implements Codec<ComponentConfig> {
    @Override
    public void encode(ComponentConfig value, BitWriter out) {
        out.bit(false);
        ComponentId.InterfaceType.CODEC.encode(value.interfaceType(), out);
        ComponentId.CODEC.encode(value.id(), out);
        out.bit(false);
        out.octets(value.requestPart());
        out.octets(value.responsePart());
    }

    @Override
    public ComponentConfig decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        ComponentId.InterfaceType interfaceType = ComponentId.InterfaceType.CODEC.decode(in);
        ComponentId id = in.field("e2nodeComponentID", ComponentId.CODEC);
        boolean configExtended = in.extensionBit();
        ComponentConfig config = new ComponentConfig(
                interfaceType, id, in.octets("e2nodeComponentRequestPart"), in.octets("e2nodeComponentResponsePart"));
        if (configExtended) {
            in.skipAdditions();
        }
        if (extended) {
            in.skipAdditions();
        }
        return config;
    }
}

/** Both directions of {@link ComponentConfig.Ack}. */
final class ComponentConfigAckCodec implements Codec<ComponentConfig.Ack> {
    @Override
    public void encode(ComponentConfig.Ack value, BitWriter out) {
        out.bit(false);
        ComponentId.InterfaceType.CODEC.encode(value.interfaceType(), out);
        ComponentId.CODEC.encode(value.id(), out);
        out.bits(value.failureCause().isPresent() ? 1 : 0, 2);
        ComponentConfig.Outcome.CODEC.encode(value.outcome(), out);
        if (value.failureCause().isPresent()) {
            Cause.CODEC.encode(value.failureCause().get(), out);
        }
    }

    @Override
    public ComponentConfig.Ack decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        ComponentId.InterfaceType interfaceType = ComponentId.InterfaceType.CODEC.decode(in);
        ComponentId id = in.field("e2nodeComponentID", ComponentId.CODEC);
        int preamble = in.preamble(2);
        ComponentConfig.Ack ack = new ComponentConfig.Ack(
                interfaceType,
                id,
                ComponentConfig.Outcome.CODEC.decode(in),
                (preamble & 1) != 0 ? Optional.of(in.field("failureCause", Cause.CODEC)) : Optional.empty());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        if (extended) {
            in.skipAdditions();
        }
        return ack;
    }
}

/** Both directions of {@link ComponentConfig.Removal}. */
final class ComponentRemovalCodec implements Codec<ComponentConfig.Removal> {
    @Override
    public void encode(ComponentConfig.Removal value, BitWriter out) {
        out.bit(false);
        ComponentId.InterfaceType.CODEC.encode(value.interfaceType(), out);
        ComponentId.CODEC.encode(value.id(), out);
    }

    @Override
    public ComponentConfig.Removal decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        ComponentConfig.Removal item = new ComponentConfig.Removal(
                ComponentId.InterfaceType.CODEC.decode(in), in.field("e2nodeComponentID", ComponentId.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}
