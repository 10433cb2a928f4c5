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
                E2SetupRequest.CODEC,
                E2SetupResponse.CODEC,
                E2SetupFailure.CODEC,
                ErrorIndication.CODEC,
                ResetRequest.CODEC,
                ResetResponse.CODEC,
                RicControlRequest.CODEC,
                RicControlAcknowledge.CODEC,
                RicControlFailure.CODEC,
                RicIndication.CODEC,
                RicServiceQuery.CODEC,
                RicServiceUpdate.CODEC,
                RicServiceUpdateAcknowledge.CODEC,
                RicServiceUpdateFailure.CODEC,
                RicSubscriptionRequest.CODEC,
                RicSubscriptionResponse.CODEC,
                RicSubscriptionFailure.CODEC,
                RicSubscriptionDeleteRequest.CODEC,
                RicSubscriptionDeleteResponse.CODEC,
                RicSubscriptionDeleteFailure.CODEC,
                E2NodeConfigurationUpdate.CODEC,
                E2NodeConfigurationUpdateAcknowledge.CODEC,
                E2NodeConfigurationUpdateFailure.CODEC,
                E2ConnectionUpdate.CODEC,
                E2ConnectionUpdateAcknowledge.CODEC,
                E2ConnectionUpdateFailure.CODEC,
                RicSubscriptionDeleteRequired.CODEC,
                E2RemovalRequest.CODEC,
                E2RemovalResponse.CODEC,
                E2RemovalFailure.CODEC,
                RicSubscriptionModificationRequest.CODEC,
                RicSubscriptionModificationResponse.CODEC,
                RicSubscriptionModificationFailure.CODEC,
                RicSubscriptionModificationRequired.CODEC,
                RicSubscriptionModificationConfirm.CODEC,
                RicSubscriptionModificationRefuse.CODEC,
                RicQueryRequest.CODEC,
                RicQueryResponse.CODEC,
                RicQueryFailure.CODEC);
        procedures = new @Nullable MessageCodec<?>[KINDS.size() * PROCEDURES];
        for (MessageCodec<?> message : messages) {
            procedures[message.kind.index() * PROCEDURES + message.procedureCode] = message;
        }
    }

    @Override
    public void encode(E2apPdu value, BitWriter out) {
        switch (value) {
            case E2SetupRequest m -> E2SetupRequest.CODEC.encodePdu(m, out);
            case E2SetupResponse m -> E2SetupResponse.CODEC.encodePdu(m, out);
            case E2SetupFailure m -> E2SetupFailure.CODEC.encodePdu(m, out);
            case ErrorIndication m -> ErrorIndication.CODEC.encodePdu(m, out);
            case ResetRequest m -> ResetRequest.CODEC.encodePdu(m, out);
            case ResetResponse m -> ResetResponse.CODEC.encodePdu(m, out);
            case RicControlRequest m -> RicControlRequest.CODEC.encodePdu(m, out);
            case RicControlAcknowledge m -> RicControlAcknowledge.CODEC.encodePdu(m, out);
            case RicControlFailure m -> RicControlFailure.CODEC.encodePdu(m, out);
            case RicIndication m -> RicIndication.CODEC.encodePdu(m, out);
            case RicServiceQuery m -> RicServiceQuery.CODEC.encodePdu(m, out);
            case RicServiceUpdate m -> RicServiceUpdate.CODEC.encodePdu(m, out);
            case RicServiceUpdateAcknowledge m -> RicServiceUpdateAcknowledge.CODEC.encodePdu(m, out);
            case RicServiceUpdateFailure m -> RicServiceUpdateFailure.CODEC.encodePdu(m, out);
            case RicSubscriptionRequest m -> RicSubscriptionRequest.CODEC.encodePdu(m, out);
            case RicSubscriptionResponse m -> RicSubscriptionResponse.CODEC.encodePdu(m, out);
            case RicSubscriptionFailure m -> RicSubscriptionFailure.CODEC.encodePdu(m, out);
            case RicSubscriptionDeleteRequest m -> RicSubscriptionDeleteRequest.CODEC.encodePdu(m, out);
            case RicSubscriptionDeleteResponse m -> RicSubscriptionDeleteResponse.CODEC.encodePdu(m, out);
            case RicSubscriptionDeleteFailure m -> RicSubscriptionDeleteFailure.CODEC.encodePdu(m, out);
            case E2NodeConfigurationUpdate m -> E2NodeConfigurationUpdate.CODEC.encodePdu(m, out);
            case E2NodeConfigurationUpdateAcknowledge m -> E2NodeConfigurationUpdateAcknowledge.CODEC.encodePdu(m, out);
            case E2NodeConfigurationUpdateFailure m -> E2NodeConfigurationUpdateFailure.CODEC.encodePdu(m, out);
            case E2ConnectionUpdate m -> E2ConnectionUpdate.CODEC.encodePdu(m, out);
            case E2ConnectionUpdateAcknowledge m -> E2ConnectionUpdateAcknowledge.CODEC.encodePdu(m, out);
            case E2ConnectionUpdateFailure m -> E2ConnectionUpdateFailure.CODEC.encodePdu(m, out);
            case RicSubscriptionDeleteRequired m -> RicSubscriptionDeleteRequired.CODEC.encodePdu(m, out);
            case E2RemovalRequest m -> E2RemovalRequest.CODEC.encodePdu(m, out);
            case E2RemovalResponse m -> E2RemovalResponse.CODEC.encodePdu(m, out);
            case E2RemovalFailure m -> E2RemovalFailure.CODEC.encodePdu(m, out);
            case RicSubscriptionModificationRequest m -> RicSubscriptionModificationRequest.CODEC.encodePdu(m, out);
            case RicSubscriptionModificationResponse m -> RicSubscriptionModificationResponse.CODEC.encodePdu(m, out);
            case RicSubscriptionModificationFailure m -> RicSubscriptionModificationFailure.CODEC.encodePdu(m, out);
            case RicSubscriptionModificationRequired m -> RicSubscriptionModificationRequired.CODEC.encodePdu(m, out);
            case RicSubscriptionModificationConfirm m -> RicSubscriptionModificationConfirm.CODEC.encodePdu(m, out);
            case RicSubscriptionModificationRefuse m -> RicSubscriptionModificationRefuse.CODEC.encodePdu(m, out);
            case RicQueryRequest m -> RicQueryRequest.CODEC.encodePdu(m, out);
            case RicQueryResponse m -> RicQueryResponse.CODEC.encodePdu(m, out);
            case RicQueryFailure m -> RicQueryFailure.CODEC.encodePdu(m, out);
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
