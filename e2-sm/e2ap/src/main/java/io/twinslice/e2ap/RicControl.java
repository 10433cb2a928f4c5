package io.twinslice.e2ap;

import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * RIC Control (procedure code 4): the RIC has a RAN function do something.
 *
 * <p>E2AP clauses 8.2.4 (procedure), 9.1.1 (messages) and 9.3.4 (ASN.1).
 */
public sealed interface RicControl extends E2apPdu {
    /**
     * RICcontrolRequest: the RIC orders an action now.
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     * @param callProcessId of the suspended procedure that this answers
     * @param header in the encoding of the service model
     * @param message in the encoding of the service model
     */
    record Request(
            RicRequestId requestId,
            int ranFunctionId,
            Optional<Octets> callProcessId,
            Octets header,
            Octets message,
            Optional<AckRequest> ackRequest)
            implements RicControl {
        static final MessageCodec<Request> CODEC = new MessageCodec<>(
                "RICcontrolRequest",
                CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
                4,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Request::requestId),
                        Ie.ranFunctionId(Request::ranFunctionId),
                        Ie.optionalOctets(20, "RICcallProcessID", Request::callProcessId),
                        Ie.octets(22, "RICcontrolHeader", Request::header),
                        Ie.octets(23, "RICcontrolMessage", Request::message),
                        Ie.optional(
                                21, Criticality.REJECT, "RICcontrolAckRequest", AckRequest.CODEC, Request::ackRequest)),
                ies -> new Request(
                        ies.at(0), ies.intAt(1), ies.optionalAt(2), ies.at(3), ies.at(4), ies.optionalAt(5)));

        /** Appends the PDU with header and message encoded in place; those of this record are not looked at. */
        public <H, M> void encodeWith(
                Codec<H> headerCodec, H ricHeader, Codec<M> messageCodec, M ricMessage, BitWriter out) {
            CODEC.encodePdu(this, 22, headerCodec, ricHeader, messageCodec, ricMessage, out);
        }
    }

    /**
     * RICcontrolAcknowledge: the node has done what was ordered.
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     * @param outcome in the encoding of the service model
     */
    record Acknowledge(
            RicRequestId requestId, int ranFunctionId, Optional<Octets> callProcessId, Optional<Octets> outcome)
            implements RicControl {
        static final MessageCodec<Acknowledge> CODEC = new MessageCodec<>(
                "RICcontrolAcknowledge",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                4,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Acknowledge::requestId),
                        Ie.ranFunctionId(Acknowledge::ranFunctionId),
                        Ie.optionalOctets(20, "RICcallProcessID", Acknowledge::callProcessId),
                        Ie.optionalOctets(32, "RICcontrolOutcome", Acknowledge::outcome)),
                ies -> new Acknowledge(ies.at(0), ies.intAt(1), ies.optionalAt(2), ies.optionalAt(3)));
    }

    /**
     * RICcontrolFailure: the node has not done what was ordered.
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     * @param outcome in the encoding of the service model
     */
    record Failure(
            RicRequestId requestId,
            int ranFunctionId,
            Optional<Octets> callProcessId,
            Cause cause,
            Optional<Octets> outcome,
            Optional<CriticalityDiagnostics> diagnostics)
            implements RicControl {
        static final MessageCodec<Failure> CODEC = new MessageCodec<>(
                "RICcontrolFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                4,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Failure::requestId),
                        Ie.ranFunctionId(Failure::ranFunctionId),
                        Ie.optionalOctets(20, "RICcallProcessID", Failure::callProcessId),
                        Ie.cause(Criticality.IGNORE, Failure::cause),
                        Ie.optionalOctets(32, "RICcontrolOutcome", Failure::outcome),
                        Ie.criticalityDiagnostics(Failure::diagnostics)),
                ies -> new Failure(
                        ies.at(0), ies.intAt(1), ies.optionalAt(2), ies.at(3), ies.optionalAt(4), ies.optionalAt(5)));
    }

    /** RICcontrolAckRequest: whether the sender of a control request wants to hear of success. */
    enum AckRequest {
        NO_ACK,
        ACK,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<AckRequest> CODEC =
                new Codec.Enumerated<>("RICcontrolAckRequest", List.of(values()), 2, AckRequest::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}
