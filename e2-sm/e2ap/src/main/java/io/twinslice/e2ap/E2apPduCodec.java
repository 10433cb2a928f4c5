package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The outermost CHOICE and the table of elementary procedures (E2AP clause 9.3.3). */
final class E2apPduCodec implements Codec<E2apPdu> {
    private static final List<String> KINDS = List.of("initiatingMessage", "successfulOutcome", "unsuccessfulOutcome");
    private static final int PROCEDURES = 17;

    static final E2apPduCodec INSTANCE = new E2apPduCodec();

    private final @Nullable MessageCodec<?>[] procedures;

    private E2apPduCodec() {
        List<MessageCodec<?>> messages = List.of(
                E2Setup.Request.CODEC,
                E2Setup.Response.CODEC,
                E2Setup.Failure.CODEC,
                ErrorIndication.CODEC,
                Reset.Request.CODEC,
                Reset.Response.CODEC,
                RicControl.Request.CODEC,
                RicControl.Acknowledge.CODEC,
                RicControl.Failure.CODEC,
                RicIndication.CODEC,
                RicServiceQuery.CODEC,
                RicServiceUpdate.CODEC,
                RicServiceUpdate.Acknowledge.CODEC,
                RicServiceUpdate.Failure.CODEC,
                RicSubscription.Request.CODEC,
                RicSubscription.Response.CODEC,
                RicSubscription.Failure.CODEC,
                RicSubscriptionDelete.Request.CODEC,
                RicSubscriptionDelete.Response.CODEC,
                RicSubscriptionDelete.Failure.CODEC,
                E2NodeConfigurationUpdate.CODEC,
                E2NodeConfigurationUpdate.Acknowledge.CODEC,
                E2NodeConfigurationUpdate.Failure.CODEC,
                E2ConnectionUpdate.CODEC,
                E2ConnectionUpdate.Acknowledge.CODEC,
                E2ConnectionUpdate.Failure.CODEC,
                RicSubscriptionDeleteRequired.CODEC,
                E2Removal.Request.CODEC,
                E2Removal.Response.CODEC,
                E2Removal.Failure.CODEC,
                RicSubscriptionModification.Request.CODEC,
                RicSubscriptionModification.Response.CODEC,
                RicSubscriptionModification.Failure.CODEC,
                RicSubscriptionModificationRequired.CODEC,
                RicSubscriptionModificationRequired.Confirm.CODEC,
                RicSubscriptionModificationRequired.Refuse.CODEC,
                RicQuery.Request.CODEC,
                RicQuery.Response.CODEC,
                RicQuery.Failure.CODEC);
        procedures = new @Nullable MessageCodec<?>[KINDS.size() * PROCEDURES];
        for (MessageCodec<?> message : messages) {
            procedures[message.kind.index() * PROCEDURES + message.procedureCode] = message;
        }
    }

    @Override
    public void encode(E2apPdu value, BitWriter out) {
        switch (value) {
            case E2Setup.Request m -> E2Setup.Request.CODEC.encodePdu(m, out);
            case E2Setup.Response m -> E2Setup.Response.CODEC.encodePdu(m, out);
            case E2Setup.Failure m -> E2Setup.Failure.CODEC.encodePdu(m, out);
            case ErrorIndication m -> ErrorIndication.CODEC.encodePdu(m, out);
            case Reset.Request m -> Reset.Request.CODEC.encodePdu(m, out);
            case Reset.Response m -> Reset.Response.CODEC.encodePdu(m, out);
            case RicControl.Request m -> RicControl.Request.CODEC.encodePdu(m, out);
            case RicControl.Acknowledge m -> RicControl.Acknowledge.CODEC.encodePdu(m, out);
            case RicControl.Failure m -> RicControl.Failure.CODEC.encodePdu(m, out);
            case RicIndication m -> RicIndication.CODEC.encodePdu(m, out);
            case RicServiceQuery m -> RicServiceQuery.CODEC.encodePdu(m, out);
            case RicServiceUpdate m -> RicServiceUpdate.CODEC.encodePdu(m, out);
            case RicServiceUpdate.Acknowledge m -> RicServiceUpdate.Acknowledge.CODEC.encodePdu(m, out);
            case RicServiceUpdate.Failure m -> RicServiceUpdate.Failure.CODEC.encodePdu(m, out);
            case RicSubscription.Request m -> RicSubscription.Request.CODEC.encodePdu(m, out);
            case RicSubscription.Response m -> RicSubscription.Response.CODEC.encodePdu(m, out);
            case RicSubscription.Failure m -> RicSubscription.Failure.CODEC.encodePdu(m, out);
            case RicSubscriptionDelete.Request m -> RicSubscriptionDelete.Request.CODEC.encodePdu(m, out);
            case RicSubscriptionDelete.Response m -> RicSubscriptionDelete.Response.CODEC.encodePdu(m, out);
            case RicSubscriptionDelete.Failure m -> RicSubscriptionDelete.Failure.CODEC.encodePdu(m, out);
            case E2NodeConfigurationUpdate m -> E2NodeConfigurationUpdate.CODEC.encodePdu(m, out);
            case E2NodeConfigurationUpdate.Acknowledge m ->
                E2NodeConfigurationUpdate.Acknowledge.CODEC.encodePdu(m, out);
            case E2NodeConfigurationUpdate.Failure m -> E2NodeConfigurationUpdate.Failure.CODEC.encodePdu(m, out);
            case E2ConnectionUpdate m -> E2ConnectionUpdate.CODEC.encodePdu(m, out);
            case E2ConnectionUpdate.Acknowledge m -> E2ConnectionUpdate.Acknowledge.CODEC.encodePdu(m, out);
            case E2ConnectionUpdate.Failure m -> E2ConnectionUpdate.Failure.CODEC.encodePdu(m, out);
            case RicSubscriptionDeleteRequired m -> RicSubscriptionDeleteRequired.CODEC.encodePdu(m, out);
            case E2Removal.Request m -> E2Removal.Request.CODEC.encodePdu(m, out);
            case E2Removal.Response m -> E2Removal.Response.CODEC.encodePdu(m, out);
            case E2Removal.Failure m -> E2Removal.Failure.CODEC.encodePdu(m, out);
            case RicSubscriptionModification.Request m -> RicSubscriptionModification.Request.CODEC.encodePdu(m, out);
            case RicSubscriptionModification.Response m -> RicSubscriptionModification.Response.CODEC.encodePdu(m, out);
            case RicSubscriptionModification.Failure m -> RicSubscriptionModification.Failure.CODEC.encodePdu(m, out);
            case RicSubscriptionModificationRequired m -> RicSubscriptionModificationRequired.CODEC.encodePdu(m, out);
            case RicSubscriptionModificationRequired.Confirm m ->
                RicSubscriptionModificationRequired.Confirm.CODEC.encodePdu(m, out);
            case RicSubscriptionModificationRequired.Refuse m ->
                RicSubscriptionModificationRequired.Refuse.CODEC.encodePdu(m, out);
            case RicQuery.Request m -> RicQuery.Request.CODEC.encodePdu(m, out);
            case RicQuery.Response m -> RicQuery.Response.CODEC.encodePdu(m, out);
            case RicQuery.Failure m -> RicQuery.Failure.CODEC.encodePdu(m, out);
        }
    }

    @Override
    public E2apPdu decode(BitReader in) throws DecodeException {
        int kind = in.choice("E2AP-PDU", KINDS.size());
        if (kind >= KINDS.size()) {
            throw in.malformed("E2AP-PDU", "an unknown kind of message");
        }
        in.enter(KINDS.get(kind));
        int procedureCode = (int) in.integer("procedureCode", 0, 255);
        Criticality.CODEC.decode(in);
        MessageCodec<?> message = message(kind, procedureCode);
        if (message == null) {
            throw in.malformed("procedureCode", "unknown procedure " + procedureCode);
        }
        E2apPdu pdu = in.openType(message.name, message);
        in.leave();
        return pdu;
    }

    /** The message of kind {@code kind} (0..2) of a procedure, or null where there is none. */
    @Nullable
    MessageCodec<?> message(int kind, int procedureCode) {
        return procedureCode < PROCEDURES ? procedures[kind * PROCEDURES + procedureCode] : null;
    }

    Codec<E2apPdu> ordered(int kind, int procedureCode, List<Integer> ids) {
        return Objects.requireNonNull(message(kind, procedureCode)).ordered(ids);
    }
}
