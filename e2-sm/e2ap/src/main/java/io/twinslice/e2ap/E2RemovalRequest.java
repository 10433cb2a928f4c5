package io.twinslice.e2ap;

import java.util.List;

/**
 * E2RemovalRequest: one side ends the E2 connection.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2RemovalRequest(long transactionId) implements E2apPdu {
    static final MessageCodec<E2RemovalRequest> CODEC = new MessageCodec<>(
            "E2RemovalRequest",
            TriggeringMessage.INITIATING_MESSAGE,
            13,
            Criticality.REJECT,
            List.of(Ie.transactionId(E2RemovalRequest::transactionId)),
            ies -> new E2RemovalRequest(ies.longAt(0)));
}
