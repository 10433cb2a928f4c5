package io.twinslice.e2ap;

import java.util.List;

/**
 * RICsubscriptionDeleteRequest: the RIC ends a subscription.
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionDeleteRequest(RicRequestId requestId, int ranFunctionId) implements E2apPdu {
    static final MessageCodec<RicSubscriptionDeleteRequest> CODEC = new MessageCodec<>(
            "RICsubscriptionDeleteRequest",
            TriggeringMessage.INITIATING_MESSAGE,
            9,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionDeleteRequest::requestId),
                    Ie.ranFunctionId(RicSubscriptionDeleteRequest::ranFunctionId)),
            ies -> new RicSubscriptionDeleteRequest(ies.at(0), ies.intAt(1)));
}
