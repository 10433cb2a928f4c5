package io.twinslice.e2ap;

import java.util.List;

/**
 * RICsubscriptionDeleteResponse: the subscription is gone.
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionDeleteResponse(RicRequestId requestId, int ranFunctionId) implements E2apPdu {
    static final MessageCodec<RicSubscriptionDeleteResponse> CODEC = new MessageCodec<>(
            "RICsubscriptionDeleteResponse",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            9,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionDeleteResponse::requestId),
                    Ie.ranFunctionId(RicSubscriptionDeleteResponse::ranFunctionId)),
            ies -> new RicSubscriptionDeleteResponse(ies.at(0), ies.intAt(1)));
}
