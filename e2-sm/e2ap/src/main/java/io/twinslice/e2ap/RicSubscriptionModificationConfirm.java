package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionModificationConfirm: the RIC agrees to changes, as far as said (since v03.01).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionModificationConfirm(
        RicRequestId requestId,
        int ranFunctionId,
        Optional<List<Integer>> modified,
        Optional<List<FailedAction>> notModified,
        Optional<List<Integer>> removed,
        Optional<List<FailedAction>> notRemoved)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionModificationConfirm> CODEC = new MessageCodec<>(
            "RICsubscriptionModificationConfirm",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            15,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionModificationConfirm::requestId),
                    Ie.ranFunctionId(RicSubscriptionModificationConfirm::ranFunctionId),
                    Ie.optional(
                            87,
                            Criticality.IGNORE,
                            "RICactionsConfirmedForModification-List",
                            new ItemList<>(
                                    "RICactionsConfirmedForModification-List",
                                    0,
                                    16,
                                    88,
                                    Criticality.IGNORE,
                                    ActionIdItem.CODEC),
                            RicSubscriptionModificationConfirm::modified),
                    Ie.optional(
                            89,
                            Criticality.IGNORE,
                            "RICactionsRefusedToBeModified-List",
                            new ItemList<>(
                                    "RICactionsRefusedToBeModified-List",
                                    0,
                                    16,
                                    90,
                                    Criticality.IGNORE,
                                    FailedAction.CODEC),
                            RicSubscriptionModificationConfirm::notModified),
                    Ie.optional(
                            91,
                            Criticality.IGNORE,
                            "RICactionsConfirmedForRemoval-List",
                            new ItemList<>(
                                    "RICactionsConfirmedForRemoval-List",
                                    0,
                                    16,
                                    92,
                                    Criticality.IGNORE,
                                    ActionIdItem.CODEC),
                            RicSubscriptionModificationConfirm::removed),
                    Ie.optional(
                            93,
                            Criticality.IGNORE,
                            "RICactionsRefusedToBeRemoved-List",
                            new ItemList<>(
                                    "RICactionsRefusedToBeRemoved-List",
                                    0,
                                    16,
                                    94,
                                    Criticality.IGNORE,
                                    FailedAction.CODEC),
                            RicSubscriptionModificationConfirm::notRemoved)),
            ies -> new RicSubscriptionModificationConfirm(
                    ies.at(0),
                    ies.intAt(1),
                    ies.optionalAt(2),
                    ies.optionalAt(3),
                    ies.optionalAt(4),
                    ies.optionalAt(5)));

    public RicSubscriptionModificationConfirm {
        modified = modified.map(FixedList::copyOf);
        notModified = notModified.map(FixedList::copyOf);
        removed = removed.map(FixedList::copyOf);
        notRemoved = notRemoved.map(FixedList::copyOf);
    }
}
