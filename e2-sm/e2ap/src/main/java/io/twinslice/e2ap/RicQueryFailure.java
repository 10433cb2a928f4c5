package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * RICqueryFailure: a RAN function does not answer (since v03.01).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicQueryFailure(
        RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<RicQueryFailure> CODEC = new MessageCodec<>(
            "RICqueryFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            16,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicQueryFailure::requestId),
                    Ie.ranFunctionId(RicQueryFailure::ranFunctionId),
                    Ie.cause(Criticality.IGNORE, RicQueryFailure::cause),
                    Ie.criticalityDiagnostics(RicQueryFailure::diagnostics)),
            ies -> new RicQueryFailure(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
}
