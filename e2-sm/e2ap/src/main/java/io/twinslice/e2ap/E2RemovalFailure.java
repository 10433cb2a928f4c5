package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * E2RemovalFailure: the E2 connection stays.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2RemovalFailure(long transactionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<E2RemovalFailure> CODEC = new MessageCodec<>(
            "E2RemovalFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            13,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2RemovalFailure::transactionId),
                    Ie.cause(Criticality.IGNORE, E2RemovalFailure::cause),
                    Ie.criticalityDiagnostics(E2RemovalFailure::diagnostics)),
            ies -> new E2RemovalFailure(ies.longAt(0), ies.at(1), ies.optionalAt(2)));
}
