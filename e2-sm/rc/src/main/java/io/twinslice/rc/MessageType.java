package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.Optional;

/**
 * MessageType-Choice: a message of an interface or of RRC.
 *
 * <p>E2SM-RC clause 9.3.
 */
public sealed interface MessageType {
    Codec<MessageType> CODEC = new MessageTypeCodec();

    /** MessageType-Choice-NI. */
    record Network(InterfaceKind type, Optional<InterfaceIdentifier> identifier, Optional<InterfaceMessage> message)
            implements MessageType {
        static final Codec<Network> CODEC = new Codec<>() {
            @Override
            public void encode(Network value, BitWriter out) {
                out.bit(false);
                out.bit(value.identifier.isPresent());
                out.bit(value.message.isPresent());
                InterfaceKind.CODEC.encode(value.type, out);
                if (value.identifier.isPresent()) {
                    InterfaceIdentifier.CODEC.encode(value.identifier.get(), out);
                }
                if (value.message.isPresent()) {
                    InterfaceMessage.CODEC.encode(value.message.get(), out);
                }
            }

            @Override
            public Network decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(3);
                Network item = new Network(
                        in.field("nI-Type", InterfaceKind.CODEC),
                        (preamble & 2) != 0
                                ? Optional.of(in.field("nI-Identifier", InterfaceIdentifier.CODEC))
                                : Optional.empty(),
                        (preamble & 1) != 0
                                ? Optional.of(in.field("nI-Message", InterfaceMessage.CODEC))
                                : Optional.empty());
                if ((preamble & 4) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** Interface-MessageID. */
    record InterfaceMessage(long procedureId, InterfaceMessageType type) {
        static final Codec<InterfaceMessage> CODEC = new Codec<>() {
            @Override
            public void encode(InterfaceMessage value, BitWriter out) {
                out.bit(false);
                out.integer(value.procedureId);
                InterfaceMessageType.CODEC.encode(value.type, out);
            }

            @Override
            public InterfaceMessage decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                InterfaceMessage item = new InterfaceMessage(
                        in.integer("interfaceProcedureID"), in.field("messageType", InterfaceMessageType.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** MessageType-Choice-RRC. */
    record Rrc(RrcMessage message) implements MessageType {
        static final Codec<Rrc> CODEC = new Codec<>() {
            @Override
            public void encode(Rrc value, BitWriter out) {
                out.bit(false);
                RrcMessage.CODEC.encode(value.message, out);
            }

            @Override
            public Rrc decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Rrc item = new Rrc(in.field("rRC-Message", RrcMessage.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** RRC-MessageID. */
    record RrcMessage(RrcClass type, long id) {
        static final Codec<RrcMessage> CODEC = new Codec<>() {
            @Override
            public void encode(RrcMessage value, BitWriter out) {
                out.bit(false);
                RrcClass.CODEC.encode(value.type, out);
                out.integer(value.id);
            }

            @Override
            public RrcMessage decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                RrcMessage item = new RrcMessage(in.field("rrcType", RrcClass.CODEC), in.integer("messageID"));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** InterfaceType. */
    enum InterfaceKind {
        NG,
        XN,
        F1,
        E1,
        S1,
        X2,
        W1,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<InterfaceKind> CODEC =
                new Codec.Enumerated<>("nI-Type", List.of(values()), 7, InterfaceKind::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** messageType of Interface-MessageID. */
    enum InterfaceMessageType {
        INITIATING_MESSAGE,
        SUCCESSFUL_OUTCOME,
        UNSUCCESSFUL_OUTCOME,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<InterfaceMessageType> CODEC =
                new Codec.Enumerated<>("messageType", List.of(values()), 3, InterfaceMessageType::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link MessageType}. */
final class MessageTypeCodec implements Codec<MessageType> {
    @Override
    public void encode(MessageType value, BitWriter out) {
        switch (value) {
            case MessageType.Network format -> {
                out.choice(0, 2);
                MessageType.Network.CODEC.encode(format, out);
            }
            case MessageType.Rrc format -> {
                out.choice(1, 2);
                MessageType.Rrc.CODEC.encode(format, out);
            }
        }
    }

    @Override
    public MessageType decode(BitReader in) throws DecodeException {

        return switch (in.choice("messageType", 2)) {
            case 0 -> in.field("messageType-Choice-NI", MessageType.Network.CODEC);
            case 1 -> in.field("messageType-Choice-RRC", MessageType.Rrc.CODEC);
            default -> throw in.malformed("messageType", "an unknown format");
        };
    }
}
