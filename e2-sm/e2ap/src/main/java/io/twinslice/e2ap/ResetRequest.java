package io.twinslice.e2ap;

import java.util.List;

/**
 * ResetRequest: forget everything that was agreed after the setup.
 *
 * @param transactionId 0..255 by the text in force
 */
public record ResetRequest(long transactionId, Cause cause) implements E2apPdu {
    static final MessageCodec<ResetRequest> CODEC = new MessageCodec<>(
            "ResetRequest",
            TriggeringMessage.INITIATING_MESSAGE,
            3,
            Criticality.REJECT,
            List.of(Ie.transactionId(ResetRequest::transactionId), Ie.cause(Criticality.IGNORE, ResetRequest::cause)),
            ies -> new ResetRequest(ies.longAt(0), ies.at(1)));
}
