package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * E2setupFailure: the RIC does not take the node.
 *
 * @param transactionId 0..255 by the text in force
 * @param tnlInformation where to try instead
 */
public record E2SetupFailure(
        long transactionId,
        Cause cause,
        Optional<TimeToWait> timeToWait,
        Optional<CriticalityDiagnostics> diagnostics,
        Optional<TnlInformation> tnlInformation)
        implements E2apPdu {
    static final MessageCodec<E2SetupFailure> CODEC = new MessageCodec<>(
            "E2setupFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            1,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2SetupFailure::transactionId),
                    Ie.cause(Criticality.IGNORE, E2SetupFailure::cause),
                    Ie.timeToWait(E2SetupFailure::timeToWait),
                    Ie.criticalityDiagnostics(E2SetupFailure::diagnostics),
                    Ie.optional(
                            48,
                            Criticality.IGNORE,
                            "TNLinformation",
                            TnlInformation.CODEC,
                            E2SetupFailure::tnlInformation)),
            ies -> new E2SetupFailure(
                    ies.longAt(0), ies.at(1), ies.optionalAt(2), ies.optionalAt(3), ies.optionalAt(4)));
}
