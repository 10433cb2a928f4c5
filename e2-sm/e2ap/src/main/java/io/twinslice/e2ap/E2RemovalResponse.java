package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * E2RemovalResponse: the E2 connection is ended.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2RemovalResponse(long transactionId, Optional<CriticalityDiagnostics> diagnostics) implements E2apPdu {
    static final MessageCodec<E2RemovalResponse> CODEC = new MessageCodec<>(
            "E2RemovalResponse",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            13,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2RemovalResponse::transactionId),
                    Ie.criticalityDiagnostics(E2RemovalResponse::diagnostics)),
            ies -> new E2RemovalResponse(ies.longAt(0), ies.optionalAt(1)));
}
