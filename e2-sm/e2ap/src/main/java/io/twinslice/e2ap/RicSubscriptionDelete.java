package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * RIC Subscription Delete (procedure code 9): the RIC ends a subscription.
 *
 * <p>E2AP clauses 8.2.2 (procedure), 9.1.1 (messages) and 9.3.4 (ASN.1).
 */
public sealed interface RicSubscriptionDelete extends E2apPdu {
    /**
     * RICsubscriptionDeleteRequest: the RIC ends a subscription.
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    record Request(RicRequestId requestId, int ranFunctionId) implements RicSubscriptionDelete {
        static final MessageCodec<Request> CODEC = new MessageCodec<>(
                "RICsubscriptionDeleteRequest",
                CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
                9,
                Criticality.REJECT,
                List.of(Ie.requestId(Request::requestId), Ie.ranFunctionId(Request::ranFunctionId)),
                ies -> new Request(ies.at(0), ies.intAt(1)));
    }

    /**
     * RICsubscriptionDeleteResponse: the subscription is gone.
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    record Response(RicRequestId requestId, int ranFunctionId) implements RicSubscriptionDelete {
        static final MessageCodec<Response> CODEC = new MessageCodec<>(
                "RICsubscriptionDeleteResponse",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                9,
                Criticality.REJECT,
                List.of(Ie.requestId(Response::requestId), Ie.ranFunctionId(Response::ranFunctionId)),
                ies -> new Response(ies.at(0), ies.intAt(1)));
    }

    /**
     * RICsubscriptionDeleteFailure: the subscription could not be ended.
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    record Failure(RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
            implements RicSubscriptionDelete {
        static final MessageCodec<Failure> CODEC = new MessageCodec<>(
                "RICsubscriptionDeleteFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                9,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Failure::requestId),
                        Ie.ranFunctionId(Failure::ranFunctionId),
                        Ie.cause(Criticality.IGNORE, Failure::cause),
                        Ie.criticalityDiagnostics(Failure::diagnostics)),
                ies -> new Failure(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
    }
}
