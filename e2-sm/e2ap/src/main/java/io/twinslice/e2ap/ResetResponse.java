package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * ResetResponse: everything is forgotten.
 *
 * @param transactionId 0..255 by the text in force
 */
public record ResetResponse(long transactionId, Optional<CriticalityDiagnostics> diagnostics) implements E2apPdu {
    static final MessageCodec<ResetResponse> CODEC = new MessageCodec<>(
            "ResetResponse",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            3,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(ResetResponse::transactionId),
                    Ie.criticalityDiagnostics(ResetResponse::diagnostics)),
            ies -> new ResetResponse(ies.longAt(0), ies.optionalAt(1)));
}
