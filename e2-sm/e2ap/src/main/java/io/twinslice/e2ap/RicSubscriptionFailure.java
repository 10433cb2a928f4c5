package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionFailure: the node will not act.
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionFailure(
        RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionFailure> CODEC = new MessageCodec<>(
            "RICsubscriptionFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            8,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionFailure::requestId),
                    Ie.ranFunctionId(RicSubscriptionFailure::ranFunctionId),
                    Ie.cause(Criticality.REJECT, RicSubscriptionFailure::cause),
                    Ie.criticalityDiagnostics(RicSubscriptionFailure::diagnostics)),
            ies -> new RicSubscriptionFailure(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
}
