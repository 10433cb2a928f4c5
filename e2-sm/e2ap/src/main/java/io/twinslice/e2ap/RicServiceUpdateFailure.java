package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * RICserviceUpdateFailure: the RIC does not take over the changed RAN functions.
 *
 * @param transactionId 0..255 by the text in force
 */
public record RicServiceUpdateFailure(
        long transactionId, Cause cause, Optional<TimeToWait> timeToWait, Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<RicServiceUpdateFailure> CODEC = new MessageCodec<>(
            "RICserviceUpdateFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            7,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(RicServiceUpdateFailure::transactionId),
                    Ie.cause(Criticality.REJECT, RicServiceUpdateFailure::cause),
                    Ie.timeToWait(RicServiceUpdateFailure::timeToWait),
                    Ie.criticalityDiagnostics(RicServiceUpdateFailure::diagnostics)),
            ies -> new RicServiceUpdateFailure(ies.longAt(0), ies.at(1), ies.optionalAt(2), ies.optionalAt(3)));
}
