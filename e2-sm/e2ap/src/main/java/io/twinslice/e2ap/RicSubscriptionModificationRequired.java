package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionModificationRequired: a node asks the RIC to change a subscription (since v03.01).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionModificationRequired(
        RicRequestId requestId,
        int ranFunctionId,
        Optional<List<RequiredModification>> toModify,
        Optional<List<FailedAction>> toRemove)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionModificationRequired> CODEC = new MessageCodec<>(
            "RICsubscriptionModificationRequired",
            TriggeringMessage.INITIATING_MESSAGE,
            15,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionModificationRequired::requestId),
                    Ie.ranFunctionId(RicSubscriptionModificationRequired::ranFunctionId),
                    Ie.optional(
                            83,
                            Criticality.IGNORE,
                            "RICactionsRequiredToBeModified-List",
                            new ItemList<>(
                                    "RICactionsRequiredToBeModified-List",
                                    0,
                                    16,
                                    84,
                                    Criticality.IGNORE,
                                    RequiredModification.CODEC),
                            RicSubscriptionModificationRequired::toModify),
                    Ie.optional(
                            85,
                            Criticality.IGNORE,
                            "RICactionsRequiredToBeRemoved-List",
                            new ItemList<>(
                                    "RICactionsRequiredToBeRemoved-List",
                                    0,
                                    16,
                                    86,
                                    Criticality.IGNORE,
                                    FailedAction.CODEC),
                            RicSubscriptionModificationRequired::toRemove)),
            ies -> new RicSubscriptionModificationRequired(
                    ies.at(0), ies.intAt(1), ies.optionalAt(2), ies.optionalAt(3)));

    public RicSubscriptionModificationRequired {
        toModify = toModify.map(FixedList::copyOf);
        toRemove = toRemove.map(FixedList::copyOf);
    }
}
