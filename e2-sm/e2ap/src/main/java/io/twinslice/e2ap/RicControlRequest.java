package io.twinslice.e2ap;

import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * RICcontrolRequest: the RIC orders an action now.
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 * @param callProcessId of the suspended procedure that this answers
 * @param header in the encoding of the service model
 * @param message in the encoding of the service model
 */
public record RicControlRequest(
        RicRequestId requestId,
        int ranFunctionId,
        Optional<Octets> callProcessId,
        Octets header,
        Octets message,
        Optional<ControlAckRequest> ackRequest)
        implements E2apPdu {
    static final MessageCodec<RicControlRequest> CODEC = new MessageCodec<>(
            "RICcontrolRequest",
            TriggeringMessage.INITIATING_MESSAGE,
            4,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicControlRequest::requestId),
                    Ie.ranFunctionId(RicControlRequest::ranFunctionId),
                    Ie.optionalOctets(20, "RICcallProcessID", RicControlRequest::callProcessId),
                    Ie.octets(22, "RICcontrolHeader", RicControlRequest::header),
                    Ie.octets(23, "RICcontrolMessage", RicControlRequest::message),
                    Ie.optional(
                            21,
                            Criticality.REJECT,
                            "RICcontrolAckRequest",
                            ControlAckRequest.CODEC,
                            RicControlRequest::ackRequest)),
            ies -> new RicControlRequest(
                    ies.at(0), ies.intAt(1), ies.optionalAt(2), ies.at(3), ies.at(4), ies.optionalAt(5)));

    /** Appends the PDU with header and message encoded in place; those of this record are not looked at. */
    public <H, M> void encodeWith(
            Codec<H> headerCodec, H ricHeader, Codec<M> messageCodec, M ricMessage, BitWriter out) {
        CODEC.encodePdu(this, 22, headerCodec, ricHeader, messageCodec, ricMessage, out);
    }
}
