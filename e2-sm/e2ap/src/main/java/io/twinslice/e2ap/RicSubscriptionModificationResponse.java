package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionModificationResponse: the subscription is changed, as far as said (since v03.01).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionModificationResponse(
        RicRequestId requestId,
        int ranFunctionId,
        Optional<List<Integer>> removed,
        Optional<List<FailedAction>> notRemoved,
        Optional<List<Integer>> modified,
        Optional<List<FailedAction>> notModified,
        Optional<List<Integer>> added,
        Optional<List<FailedAction>> notAdded)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionModificationResponse> CODEC = new MessageCodec<>(
            "RICsubscriptionModificationResponse",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            14,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionModificationResponse::requestId),
                    Ie.ranFunctionId(RicSubscriptionModificationResponse::ranFunctionId),
                    Ie.optional(
                            71,
                            Criticality.IGNORE,
                            "RICactionsRemovedForModification-List",
                            new ItemList<>(
                                    "RICactionsRemovedForModification-List",
                                    0,
                                    16,
                                    72,
                                    Criticality.IGNORE,
                                    ActionIdItem.CODEC),
                            RicSubscriptionModificationResponse::removed),
                    Ie.optional(
                            73,
                            Criticality.IGNORE,
                            "RICactionsFailedToBeRemovedForModification-List",
                            new ItemList<>(
                                    "RICactionsFailedToBeRemovedForModification-List",
                                    0,
                                    16,
                                    74,
                                    Criticality.IGNORE,
                                    FailedAction.CODEC),
                            RicSubscriptionModificationResponse::notRemoved),
                    Ie.optional(
                            75,
                            Criticality.IGNORE,
                            "RICactionsModifiedForModification-List",
                            new ItemList<>(
                                    "RICactionsModifiedForModification-List",
                                    0,
                                    16,
                                    76,
                                    Criticality.IGNORE,
                                    ActionIdItem.CODEC),
                            RicSubscriptionModificationResponse::modified),
                    Ie.optional(
                            77,
                            Criticality.IGNORE,
                            "RICactionsFailedToBeModifiedForModification-List",
                            new ItemList<>(
                                    "RICactionsFailedToBeModifiedForModification-List",
                                    0,
                                    16,
                                    78,
                                    Criticality.IGNORE,
                                    FailedAction.CODEC),
                            RicSubscriptionModificationResponse::notModified),
                    Ie.optional(
                            79,
                            Criticality.IGNORE,
                            "RICactionsAddedForModification-List",
                            new ItemList<>(
                                    "RICactionsAddedForModification-List",
                                    0,
                                    16,
                                    80,
                                    Criticality.IGNORE,
                                    ActionIdItem.CODEC),
                            RicSubscriptionModificationResponse::added),
                    Ie.optional(
                            81,
                            Criticality.IGNORE,
                            "RICactionsFailedToBeAddedForModification-List",
                            new ItemList<>(
                                    "RICactionsFailedToBeAddedForModification-List",
                                    0,
                                    16,
                                    82,
                                    Criticality.IGNORE,
                                    FailedAction.CODEC),
                            RicSubscriptionModificationResponse::notAdded)),
            ies -> new RicSubscriptionModificationResponse(
                    ies.at(0),
                    ies.intAt(1),
                    ies.optionalAt(2),
                    ies.optionalAt(3),
                    ies.optionalAt(4),
                    ies.optionalAt(5),
                    ies.optionalAt(6),
                    ies.optionalAt(7)));

    public RicSubscriptionModificationResponse {
        removed = removed.map(FixedList::copyOf);
        notRemoved = notRemoved.map(FixedList::copyOf);
        modified = modified.map(FixedList::copyOf);
        notModified = notModified.map(FixedList::copyOf);
        added = added.map(FixedList::copyOf);
        notAdded = notAdded.map(FixedList::copyOf);
    }
}
