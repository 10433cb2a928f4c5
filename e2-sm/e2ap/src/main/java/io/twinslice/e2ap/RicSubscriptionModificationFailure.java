package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionModificationFailure: the subscription stays as it is (since v03.01).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionModificationFailure(
        RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionModificationFailure> CODEC = new MessageCodec<>(
            "RICsubscriptionModificationFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            14,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionModificationFailure::requestId),
                    Ie.ranFunctionId(RicSubscriptionModificationFailure::ranFunctionId),
                    Ie.cause(Criticality.REJECT, RicSubscriptionModificationFailure::cause),
                    Ie.criticalityDiagnostics(RicSubscriptionModificationFailure::diagnostics)),
            ies -> new RicSubscriptionModificationFailure(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
}
