package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * Reset (procedure code 3): either end forgets everything that was agreed after the setup.
 *
 * <p>E2AP clauses 8.3.2 (procedure), 9.1.2 (messages) and 9.3.4 (ASN.1).
 */
public sealed interface Reset extends E2apPdu {
    /**
     * ResetRequest: forget everything that was agreed after the setup.
     *
     * @param transactionId 0..255 by the text in force
     */
    record Request(long transactionId, Cause cause) implements Reset {
        static final MessageCodec<Request> CODEC = new MessageCodec<>(
                "ResetRequest",
                CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
                3,
                Criticality.REJECT,
                List.of(Ie.transactionId(Request::transactionId), Ie.cause(Criticality.IGNORE, Request::cause)),
                ies -> new Request(ies.longAt(0), ies.at(1)));
    }

    /**
     * ResetResponse: everything is forgotten.
     *
     * @param transactionId 0..255 by the text in force
     */
    record Response(long transactionId, Optional<CriticalityDiagnostics> diagnostics) implements Reset {
        static final MessageCodec<Response> CODEC = new MessageCodec<>(
                "ResetResponse",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                3,
                Criticality.REJECT,
                List.of(Ie.transactionId(Response::transactionId), Ie.criticalityDiagnostics(Response::diagnostics)),
                ies -> new Response(ies.longAt(0), ies.optionalAt(1)));
    }
}
