package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * E2SM-RC-EventTrigger: what a subscription waits for.
 *
 * <p>E2SM-RC clause 9.2.
 */
public sealed interface RcEventTrigger {
    Codec<RcEventTrigger> CODEC = new RcEventTriggerCodec();

    static RcEventTrigger decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-RC-EventTrigger", octets, limits);
    }

    default Octets encode() {
        return CODEC.toOctetString(this);
    }

    /** Format 1: protocol messages. */
    record Messages(List<Message> messages, List<UeSelection> ues) implements RcEventTrigger {
        static final Codec<Messages> CODEC = new Codec<>() {
            @Override
            public void encode(Messages value, BitWriter out) {
                out.bit(false);
                out.bit(!value.ues.isEmpty());
                out.list(value.messages, 1, 65535, Message.CODEC);
                if (!value.ues.isEmpty()) {
                    UeSelection.LIST.encode(value.ues, out);
                }
            }

            @Override
            public Messages decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                Messages item = new Messages(
                        in.list("message-List", 1, 65535, Message.CODEC),
                        (preamble & 1) != 0 ? in.field("globalAssociatedUEInfo", UeSelection.LIST) : List.of());
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public Messages {
            messages = FixedList.copyOf(messages);
            ues = FixedList.copyOf(ues);
        }
    }

    /**
     * E2SM-RC-EventTrigger-Format1-Item.
     *
     * @param or combines with the condition before: by "or" when true
     */
    record Message(
            long conditionId,
            MessageType type,
            Optional<Direction> direction,
            List<UeSelection> ues,
            List<UeEvent> events,
            Optional<Boolean> or) {
        static final Codec<Message> CODEC = new Codec<>() {
            @Override
            public void encode(Message value, BitWriter out) {
                out.bit(false);
                out.bit(value.direction.isPresent());
                out.bit(!value.ues.isEmpty());
                out.bit(!value.events.isEmpty());
                out.bit(value.or.isPresent());
                RanParameter.shortId(value.conditionId, out);
                MessageType.CODEC.encode(value.type, out);
                if (value.direction.isPresent()) {
                    Direction.CODEC.encode(value.direction.get(), out);
                }
                if (!value.ues.isEmpty()) {
                    UeSelection.LIST.encode(value.ues, out);
                }
                if (!value.events.isEmpty()) {
                    UeEvent.LIST.encode(value.events, out);
                }
                if (value.or.isPresent()) {
                    LogicalOr.encode(value.or.get(), out);
                }
            }

            @Override
            public Message decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(5);
                Message item = new Message(
                        RanParameter.shortId("ric-eventTriggerCondition-ID", in),
                        in.field("messageType", MessageType.CODEC),
                        (preamble & 8) != 0
                                ? Optional.of(in.field("messageDirection", Direction.CODEC))
                                : Optional.empty(),
                        (preamble & 4) != 0 ? in.field("associatedUEInfo", UeSelection.LIST) : List.of(),
                        (preamble & 2) != 0 ? in.field("associatedUEEvent", UeEvent.LIST) : List.of(),
                        (preamble & 1) != 0 ? Optional.of(LogicalOr.decode(in)) : Optional.empty());
                if ((preamble & 16) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public Message {
            ues = FixedList.copyOf(ues);
            events = FixedList.copyOf(events);
        }
    }

    /**
     * EventTrigger-UEevent-Info-Item.
     *
     * @param or combines with the condition before: by "or" when true
     */
    record UeEvent(long id, Optional<Boolean> or) {
        static final Codec<UeEvent> CODEC = new Codec<>() {
            @Override
            public void encode(UeEvent value, BitWriter out) {
                out.bit(false);
                out.bit(value.or.isPresent());
                RanParameter.shortId(value.id, out);
                if (value.or.isPresent()) {
                    LogicalOr.encode(value.or.get(), out);
                }
            }

            @Override
            public UeEvent decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                UeEvent item = new UeEvent(
                        RanParameter.shortId("ueEventID", in),
                        (preamble & 1) != 0 ? Optional.of(LogicalOr.decode(in)) : Optional.empty());
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        /** The list inside its SEQUENCE. */
        static final Codec<List<UeEvent>> LIST = new ListInSequence<>("ueEvent-List", 1, 65535, CODEC);
    }

    /** Format 2: a breakpoint of a call process. */
    record CallProcess(
            long callProcessTypeId, long breakpointId, List<RanParameterTest> nodeTests, List<UeSelection> ues)
            implements RcEventTrigger {
        static final Codec<CallProcess> CODEC = new Codec<>() {
            @Override
            public void encode(CallProcess value, BitWriter out) {
                out.bit(false);
                out.bit(!value.nodeTests.isEmpty());
                out.bit(!value.ues.isEmpty());
                RanParameter.shortId(value.callProcessTypeId, out);
                RanParameter.shortId(value.breakpointId, out);
                if (!value.nodeTests.isEmpty()) {
                    RanParameterTest.LIST.encode(value.nodeTests, out);
                }
                if (!value.ues.isEmpty()) {
                    UeSelection.LIST.encode(value.ues, out);
                }
            }

            @Override
            public CallProcess decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(3);
                CallProcess item = new CallProcess(
                        RanParameter.shortId("ric-callProcessType-ID", in),
                        RanParameter.shortId("ric-callProcessBreakpoint-ID", in),
                        (preamble & 2) != 0 ? in.field("associatedE2NodeInfo", RanParameterTest.LIST) : List.of(),
                        (preamble & 1) != 0 ? in.field("associatedUEInfo", UeSelection.LIST) : List.of());
                if ((preamble & 4) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public CallProcess {
            nodeTests = FixedList.copyOf(nodeTests);
            ues = FixedList.copyOf(ues);
        }
    }

    /** Format 3: changes of the node. */
    record NodeChanges(List<NodeChange> changes) implements RcEventTrigger {
        static final Codec<NodeChanges> CODEC = new ListInSequence<>(
                        "e2NodeInfoChange-List", 1, 65535, NodeChange.CODEC)
                .as(NodeChanges::new, NodeChanges::changes);

        public NodeChanges {
            changes = FixedList.copyOf(changes);
        }
    }

    /**
     * E2SM-RC-EventTrigger-Format3-Item.
     *
     * @param or combines with the condition before: by "or" when true
     */
    record NodeChange(long conditionId, long changeId, List<CellSelection> cells, Optional<Boolean> or) {
        static final Codec<NodeChange> CODEC = new Codec<>() {
            @Override
            public void encode(NodeChange value, BitWriter out) {
                out.bit(false);
                out.bit(!value.cells.isEmpty());
                out.bit(value.or.isPresent());
                RanParameter.shortId(value.conditionId, out);
                out.extensibleInteger(value.changeId, 1, 512);
                if (!value.cells.isEmpty()) {
                    CellSelection.LIST.encode(value.cells, out);
                }
                if (value.or.isPresent()) {
                    LogicalOr.encode(value.or.get(), out);
                }
            }

            @Override
            public NodeChange decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(3);
                NodeChange item = new NodeChange(
                        RanParameter.shortId("ric-eventTriggerCondition-ID", in),
                        in.extensibleInteger("e2NodeInfoChange-ID", 1, 512),
                        (preamble & 2) != 0 ? in.field("associatedCellInfo", CellSelection.LIST) : List.of(),
                        (preamble & 1) != 0 ? Optional.of(LogicalOr.decode(in)) : Optional.empty());
                if ((preamble & 4) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public NodeChange {
            cells = FixedList.copyOf(cells);
        }
    }

    /** Format 4: changes of UEs. */
    record UeChanges(List<UeChange> changes) implements RcEventTrigger {
        static final Codec<UeChanges> CODEC = new ListInSequence<>("uEInfoChange-List", 1, 65535, UeChange.CODEC)
                .as(UeChanges::new, UeChanges::changes);

        public UeChanges {
            changes = FixedList.copyOf(changes);
        }
    }

    /**
     * E2SM-RC-EventTrigger-Format4-Item.
     *
     * @param or combines with the condition before: by "or" when true
     */
    record UeChange(long conditionId, UeTrigger trigger, List<UeSelection> ues, Optional<Boolean> or) {
        static final Codec<UeChange> CODEC = new Codec<>() {
            @Override
            public void encode(UeChange value, BitWriter out) {
                out.bit(false);
                out.bit(!value.ues.isEmpty());
                out.bit(value.or.isPresent());
                RanParameter.shortId(value.conditionId, out);
                UeTrigger.CODEC.encode(value.trigger, out);
                if (!value.ues.isEmpty()) {
                    UeSelection.LIST.encode(value.ues, out);
                }
                if (value.or.isPresent()) {
                    LogicalOr.encode(value.or.get(), out);
                }
            }

            @Override
            public UeChange decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(3);
                UeChange item = new UeChange(
                        RanParameter.shortId("ric-eventTriggerCondition-ID", in),
                        in.field("triggerType", UeTrigger.CODEC),
                        (preamble & 2) != 0 ? in.field("associatedUEInfo", UeSelection.LIST) : List.of(),
                        (preamble & 1) != 0 ? Optional.of(LogicalOr.decode(in)) : Optional.empty());
                if ((preamble & 4) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public UeChange {
            ues = FixedList.copyOf(ues);
        }
    }

    /** Format 5: at once. */
    record OnDemand(List<UeSelection> ues, List<CellSelection> cells) implements RcEventTrigger {
        static final Codec<OnDemand> CODEC = new Codec<>() {
            @Override
            public void encode(OnDemand value, BitWriter out) {
                out.bit(false);
                out.bit(!value.ues.isEmpty());
                out.bit(!value.cells.isEmpty());
                out.extensibleEnum(0, 1);
                if (!value.ues.isEmpty()) {
                    UeSelection.LIST.encode(value.ues, out);
                }
                if (!value.cells.isEmpty()) {
                    CellSelection.LIST.encode(value.cells, out);
                }
            }

            @Override
            public OnDemand decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(3);
                in.extensibleEnum("onDemand", 1);
                OnDemand item = new OnDemand(
                        (preamble & 2) != 0 ? in.field("associatedUEInfo", UeSelection.LIST) : List.of(),
                        (preamble & 1) != 0 ? in.field("associatedCellInfo", CellSelection.LIST) : List.of());
                if ((preamble & 4) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public OnDemand {
            ues = FixedList.copyOf(ues);
            cells = FixedList.copyOf(cells);
        }
    }

    /** messageDirection. */
    enum Direction {
        INCOMING,
        OUTGOING,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<Direction> CODEC =
                new Codec.Enumerated<>("messageDirection", List.of(values()), 2, Direction::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link RcEventTrigger}. */
final class RcEventTriggerCodec implements Codec<RcEventTrigger> {
    @Override
    public void encode(RcEventTrigger value, BitWriter out) {
        out.bit(false);
        switch (value) {
            case RcEventTrigger.Messages format -> {
                out.choice(0, 5);
                RcEventTrigger.Messages.CODEC.encode(format, out);
            }
            case RcEventTrigger.CallProcess format -> {
                out.choice(1, 5);
                RcEventTrigger.CallProcess.CODEC.encode(format, out);
            }
            case RcEventTrigger.NodeChanges format -> {
                out.choice(2, 5);
                RcEventTrigger.NodeChanges.CODEC.encode(format, out);
            }
            case RcEventTrigger.UeChanges format -> {
                out.choice(3, 5);
                RcEventTrigger.UeChanges.CODEC.encode(format, out);
            }
            case RcEventTrigger.OnDemand format -> {
                out.choice(4, 5);
                RcEventTrigger.OnDemand.CODEC.encode(format, out);
            }
        }
    }

    @Override
    public RcEventTrigger decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RcEventTrigger format = switch (in.choice("ric-eventTrigger-formats", 5)) {
            case 0 -> in.field("eventTrigger-Format1", RcEventTrigger.Messages.CODEC);
            case 1 -> in.field("eventTrigger-Format2", RcEventTrigger.CallProcess.CODEC);
            case 2 -> in.field("eventTrigger-Format3", RcEventTrigger.NodeChanges.CODEC);
            case 3 -> in.field("eventTrigger-Format4", RcEventTrigger.UeChanges.CODEC);
            case 4 -> in.field("eventTrigger-Format5", RcEventTrigger.OnDemand.CODEC);
            default -> throw in.malformed("ric-eventTrigger-formats", "an unknown format");
        };
        if (extended) {
            in.skipAdditions();
        }
        return format;
    }
}
