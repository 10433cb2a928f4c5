package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionDeleteFailure: the subscription could not be ended.
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionDeleteFailure(
        RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionDeleteFailure> CODEC = new MessageCodec<>(
            "RICsubscriptionDeleteFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            9,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionDeleteFailure::requestId),
                    Ie.ranFunctionId(RicSubscriptionDeleteFailure::ranFunctionId),
                    Ie.cause(Criticality.IGNORE, RicSubscriptionDeleteFailure::cause),
                    Ie.criticalityDiagnostics(RicSubscriptionDeleteFailure::diagnostics)),
            ies -> new RicSubscriptionDeleteFailure(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
}
