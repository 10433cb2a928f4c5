package io.twinslice.e2ap;

import io.twinslice.aper.Octets;
import java.util.List;

/**
 * RICqueryResponse: a RAN function answers (since v03.01).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicQueryResponse(RicRequestId requestId, int ranFunctionId, Octets outcome) implements E2apPdu {
    static final MessageCodec<RicQueryResponse> CODEC = new MessageCodec<>(
            "RICqueryResponse",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            16,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicQueryResponse::requestId),
                    Ie.ranFunctionId(RicQueryResponse::ranFunctionId),
                    Ie.octets(97, "RICqueryOutcome", RicQueryResponse::outcome)),
            ies -> new RicQueryResponse(ies.at(0), ies.intAt(1), ies.at(2)));
}
