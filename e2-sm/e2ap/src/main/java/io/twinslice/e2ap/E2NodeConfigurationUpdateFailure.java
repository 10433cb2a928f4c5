package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * E2nodeConfigurationUpdateFailure: the RIC does not take over the changed interfaces.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2NodeConfigurationUpdateFailure(
        long transactionId, Cause cause, Optional<TimeToWait> timeToWait, Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<E2NodeConfigurationUpdateFailure> CODEC = new MessageCodec<>(
            "E2nodeConfigurationUpdateFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            10,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2NodeConfigurationUpdateFailure::transactionId),
                    Ie.cause(Criticality.IGNORE, E2NodeConfigurationUpdateFailure::cause),
                    Ie.timeToWait(E2NodeConfigurationUpdateFailure::timeToWait),
                    Ie.criticalityDiagnostics(E2NodeConfigurationUpdateFailure::diagnostics)),
            ies -> new E2NodeConfigurationUpdateFailure(
                    ies.longAt(0), ies.at(1), ies.optionalAt(2), ies.optionalAt(3)));
}
