package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * RICaction-ToBeSetup-Item: one action of a subscription.
 *
 * <p>E2AP clause 9.3.5.
 *
 * @param id 0..255
 * @param definition in the encoding of the service model
 * @param executionOrder since v03.01; 0..255 by the text in force
 */
public record RicAction(
        int id,
        Type type,
        Optional<Octets> definition,
        Optional<Subsequent> subsequentAction,
        OptionalLong executionOrder) {
    static final Codec<Long> EXECUTION_ORDER = new Codec<>() {
        @Override
        public void encode(Long value, BitWriter out) {
            out.extensibleInteger(value, 0, 255);
        }

        @Override
        public Long decode(BitReader in) throws DecodeException {
            return in.extensibleInteger("ricActionExecutionOrder", 0, 255);
        }
    };

    static final Codec<RicAction> CODEC = new RicActionCodec();

    /** A report action. */
    public static RicAction report(int id, Octets definition) {
        return new RicAction(id, Type.REPORT, Optional.of(definition), Optional.empty(), OptionalLong.empty());
    }

    /** RICactionType. */
    public enum Type {
        REPORT,
        INSERT,
        POLICY,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<Type> CODEC = new Codec.Enumerated<>("RICactionType", List.of(values()), 3, Type::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /**
     * RICaction-NotAdmitted-Item: an action a node does not do, and why.
     *
     * @param id 0..255
     */
    public record NotAdmitted(int id, Cause cause) {
        static final Codec<NotAdmitted> CODEC = new FailedActionCodec();
    }

    /** RICsubsequentAction: what a node does after an insert indication. */
    public record Subsequent(SubsequentType type, TimeToWait timeToWait) {
        static final Codec<Subsequent> CODEC = new SubsequentActionCodec();
    }

    /** RICsubsequentActionType. */
    public enum SubsequentType {
        CONTINUE,
        WAIT,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<SubsequentType> CODEC =
                new Codec.Enumerated<>("RICsubsequentActionType", List.of(values()), 2, SubsequentType::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** RICtimeToWait: how long a node waits for the RIC after an insert indication. */
    public enum TimeToWait {
        W1MS(1),
        W2MS(2),
        W5MS(5),
        W10MS(10),
        W20MS(20),
        W30MS(30),
        W40MS(40),
        W50MS(50),
        W100MS(100),
        W200MS(200),
        W500MS(500),
        W1S(1_000),
        W2S(2_000),
        W5S(5_000),
        W10S(10_000),
        W20S(20_000),
        W60S(60_000),
        /**
         * An extension item that the text this end follows does not have; waits like the longest known; it cannot be
         * sent.
         */
        UNRECOGNISED(60_000);

        static final Codec<TimeToWait> CODEC =
                new Codec.Enumerated<>("RICtimeToWait", List.of(values()), 17, TimeToWait::index);

        private final int millis;

        TimeToWait(int millis) {
            this.millis = millis;
        }

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }

        /** The waiting time in milliseconds. */
        public int millis() {
            return millis;
        }
    }
}

/** Both directions of {@link RicAction}. */
final class RicActionCodec implements Codec<RicAction> {
    @Override
    public void encode(RicAction value, BitWriter out) {
        out.bit(value.executionOrder().isPresent());
        out.bit(value.definition().isPresent());
        out.bit(value.subsequentAction().isPresent());
        out.integer(value.id(), 0, 255);
        RicAction.Type.CODEC.encode(value.type(), out);
        if (value.definition().isPresent()) {
            out.octets(value.definition().get());
        }
        if (value.subsequentAction().isPresent()) {
            RicAction.Subsequent.CODEC.encode(value.subsequentAction().get(), out);
        }
        if (value.executionOrder().isPresent()) {
            out.additions(1, 1);
            out.openType(value.executionOrder().getAsLong(), RicAction.EXECUTION_ORDER);
        }
    }

    @Override
    public RicAction decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(3);
        return new RicAction(
                (int) in.integer("ricActionID", 0, 255),
                RicAction.Type.CODEC.decode(in),
                (preamble & 2) != 0 ? Optional.of(in.octets("ricActionDefinition")) : Optional.empty(),
                (preamble & 1) != 0
                        ? Optional.of(in.field("ricSubsequentAction", RicAction.Subsequent.CODEC))
                        : Optional.empty(),
                executionOrder((preamble & 4) != 0, in));
    }

    private OptionalLong executionOrder(boolean extended, BitReader in) throws DecodeException {
        if (!extended) {
            return OptionalLong.empty();
        }
        long additions = in.additions();
        OptionalLong order = (additions & 1) != 0
                ? OptionalLong.of(in.openType("ricActionExecutionOrder", RicAction.EXECUTION_ORDER))
                : OptionalLong.empty();
        in.skipAdditions(additions, 1);
        return order;
    }
}

/** Both directions of {@link RicAction.NotAdmitted}. */
final class FailedActionCodec implements Codec<RicAction.NotAdmitted> {
    @Override
    public void encode(RicAction.NotAdmitted value, BitWriter out) {
        out.bit(false);
        out.integer(value.id(), 0, 255);
        Cause.CODEC.encode(value.cause(), out);
    }

    @Override
    public RicAction.NotAdmitted decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RicAction.NotAdmitted action =
                new RicAction.NotAdmitted((int) in.integer("ricActionID", 0, 255), in.field("cause", Cause.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return action;
    }
}

/** Both directions of {@link RicAction.Subsequent}. */
final class SubsequentActionCodec implements Codec<RicAction.Subsequent> {
    @Override
    public void encode(RicAction.Subsequent value, BitWriter out) {
        out.bit(false);
        RicAction.SubsequentType.CODEC.encode(value.type(), out);
        RicAction.TimeToWait.CODEC.encode(value.timeToWait(), out);
    }

    @Override
    public RicAction.Subsequent decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RicAction.Subsequent action = new RicAction.Subsequent(
                RicAction.SubsequentType.CODEC.decode(in), RicAction.TimeToWait.CODEC.decode(in));
        if (extended) {
            in.skipAdditions();
        }
        return action;
    }
}
