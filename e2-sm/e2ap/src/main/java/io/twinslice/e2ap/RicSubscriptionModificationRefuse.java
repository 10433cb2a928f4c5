package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionModificationRefuse: the RIC agrees to no change (since v03.01).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionModificationRefuse(
        RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionModificationRefuse> CODEC = new MessageCodec<>(
            "RICsubscriptionModificationRefuse",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            15,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionModificationRefuse::requestId),
                    Ie.ranFunctionId(RicSubscriptionModificationRefuse::ranFunctionId),
                    Ie.cause(Criticality.REJECT, RicSubscriptionModificationRefuse::cause),
                    Ie.criticalityDiagnostics(RicSubscriptionModificationRefuse::diagnostics)),
            ies -> new RicSubscriptionModificationRefuse(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
}
