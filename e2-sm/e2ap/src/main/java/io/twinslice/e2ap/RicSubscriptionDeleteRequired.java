package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;

/** RICsubscriptionDeleteRequired: a node asks the RIC to end subscriptions. */
public record RicSubscriptionDeleteRequired(List<EndedSubscription> subscriptions) implements E2apPdu {
    static final MessageCodec<RicSubscriptionDeleteRequired> CODEC = new MessageCodec<>(
            "RICsubscriptionDeleteRequired",
            TriggeringMessage.INITIATING_MESSAGE,
            12,
            Criticality.IGNORE,
            List.of(Ie.mandatory(
                    60,
                    Criticality.IGNORE,
                    "RICsubscriptionToBeRemoved",
                    new ItemList<>(
                            "RICsubscriptionToBeRemoved", 1, 1024, 61, Criticality.IGNORE, EndedSubscription.CODEC),
                    RicSubscriptionDeleteRequired::subscriptions)),
            ies -> new RicSubscriptionDeleteRequired(ies.at(0)));

    public RicSubscriptionDeleteRequired {
        subscriptions = FixedList.copyOf(subscriptions);
    }
}
