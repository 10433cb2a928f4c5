package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * E2connectionUpdateFailure: no association is changed.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2ConnectionUpdateFailure(
        long transactionId,
        Optional<Cause> cause,
        Optional<TimeToWait> timeToWait,
        Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<E2ConnectionUpdateFailure> CODEC = new MessageCodec<>(
            "E2connectionUpdateFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            11,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2ConnectionUpdateFailure::transactionId),
                    Ie.optional(1, Criticality.REJECT, "Cause", Cause.CODEC, E2ConnectionUpdateFailure::cause),
                    Ie.timeToWait(E2ConnectionUpdateFailure::timeToWait),
                    Ie.criticalityDiagnostics(E2ConnectionUpdateFailure::diagnostics)),
            ies -> new E2ConnectionUpdateFailure(
                    ies.longAt(0), ies.optionalAt(1), ies.optionalAt(2), ies.optionalAt(3)));
}
