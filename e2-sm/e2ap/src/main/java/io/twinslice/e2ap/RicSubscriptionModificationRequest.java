package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionModificationRequest: the RIC changes a subscription (since v03.01).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 * @param eventTrigger in the encoding of the service model
 */
public record RicSubscriptionModificationRequest(
        RicRequestId requestId,
        int ranFunctionId,
        Optional<Octets> eventTrigger,
        Optional<List<Integer>> toRemove,
        Optional<List<ActionModification>> toModify,
        Optional<List<ActionAddition>> toAdd)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionModificationRequest> CODEC = new MessageCodec<>(
            "RICsubscriptionModificationRequest",
            TriggeringMessage.INITIATING_MESSAGE,
            14,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionModificationRequest::requestId),
                    Ie.ranFunctionId(RicSubscriptionModificationRequest::ranFunctionId),
                    Ie.optional(
                            64,
                            Criticality.IGNORE,
                            "RICeventTriggerDefinitionToBeModified",
                            OctetsCodec.ANY,
                            RicSubscriptionModificationRequest::eventTrigger),
                    Ie.optional(
                            65,
                            Criticality.IGNORE,
                            "RICactionsToBeRemovedForModification-List",
                            new ItemList<>(
                                    "RICactionsToBeRemovedForModification-List",
                                    0,
                                    16,
                                    66,
                                    Criticality.IGNORE,
                                    ActionIdItem.CODEC),
                            RicSubscriptionModificationRequest::toRemove),
                    Ie.optional(
                            67,
                            Criticality.IGNORE,
                            "RICactionsToBeModifiedForModification-List",
                            new ItemList<>(
                                    "RICactionsToBeModifiedForModification-List",
                                    0,
                                    16,
                                    68,
                                    Criticality.IGNORE,
                                    ActionModification.CODEC),
                            RicSubscriptionModificationRequest::toModify),
                    Ie.optional(
                            69,
                            Criticality.IGNORE,
                            "RICactionsToBeAddedForModification-List",
                            new ItemList<>(
                                    "RICactionsToBeAddedForModification-List",
                                    0,
                                    16,
                                    70,
                                    Criticality.IGNORE,
                                    ActionAddition.CODEC),
                            RicSubscriptionModificationRequest::toAdd)),
            ies -> new RicSubscriptionModificationRequest(
                    ies.at(0),
                    ies.intAt(1),
                    ies.optionalAt(2),
                    ies.optionalAt(3),
                    ies.optionalAt(4),
                    ies.optionalAt(5)));

    public RicSubscriptionModificationRequest {
        toRemove = toRemove.map(FixedList::copyOf);
        toModify = toModify.map(FixedList::copyOf);
        toAdd = toAdd.map(FixedList::copyOf);
    }
}
