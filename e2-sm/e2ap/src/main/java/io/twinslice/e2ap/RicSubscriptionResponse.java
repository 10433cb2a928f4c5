package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionResponse: the node will act.
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 * @param admitted ids of the actions, 0..255, at least one
 */
public record RicSubscriptionResponse(
        RicRequestId requestId, int ranFunctionId, List<Integer> admitted, Optional<List<FailedAction>> notAdmitted)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionResponse> CODEC = new MessageCodec<>(
            "RICsubscriptionResponse",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            8,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionResponse::requestId),
                    Ie.ranFunctionId(RicSubscriptionResponse::ranFunctionId),
                    Ie.mandatory(
                            17,
                            Criticality.REJECT,
                            "RICactions-Admitted",
                            new ItemList<>("RICactions-Admitted", 1, 16, 14, Criticality.IGNORE, ActionIdItem.CODEC),
                            RicSubscriptionResponse::admitted),
                    Ie.optional(
                            18,
                            Criticality.REJECT,
                            "RICactions-NotAdmitted",
                            new ItemList<>("RICactions-NotAdmitted", 0, 16, 16, Criticality.IGNORE, FailedAction.CODEC),
                            RicSubscriptionResponse::notAdmitted)),
            ies -> new RicSubscriptionResponse(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));

    public RicSubscriptionResponse {
        admitted = FixedList.copyOf(admitted);
        notAdmitted = notAdmitted.map(FixedList::copyOf);
    }
}
