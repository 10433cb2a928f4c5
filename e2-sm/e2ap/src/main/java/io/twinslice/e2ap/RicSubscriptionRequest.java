package io.twinslice.e2ap;

import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionRequest: the RIC asks a node to act whenever something happens.
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 * @param startTime NTP time stamp of 8 octets, since v03.01
 * @param endTime NTP time stamp of 8 octets, since v03.01
 */
public record RicSubscriptionRequest(
        RicRequestId requestId,
        int ranFunctionId,
        SubscriptionDetails details,
        Optional<Octets> startTime,
        Optional<Octets> endTime)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionRequest> CODEC = new MessageCodec<>(
            "RICsubscriptionRequest",
            TriggeringMessage.INITIATING_MESSAGE,
            8,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionRequest::requestId),
                    Ie.ranFunctionId(RicSubscriptionRequest::ranFunctionId),
                    Ie.mandatory(
                            30,
                            Criticality.REJECT,
                            "RICsubscriptionDetails",
                            SubscriptionDetails.CODEC,
                            RicSubscriptionRequest::details),
                    Ie.optional(
                            62,
                            Criticality.REJECT,
                            "RICsubscriptionStartTime",
                            OctetsCodec.EIGHT,
                            RicSubscriptionRequest::startTime),
                    Ie.optional(
                            63,
                            Criticality.REJECT,
                            "RICsubscriptionEndTime",
                            OctetsCodec.EIGHT,
                            RicSubscriptionRequest::endTime)),
            ies -> new RicSubscriptionRequest(
                    ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3), ies.optionalAt(4)));
}
