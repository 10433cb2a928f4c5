package io.twinslice.e2ap;

import io.twinslice.aper.Octets;
import java.util.List;

/**
 * RICqueryRequest: the RIC asks a RAN function (since v03.01).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicQueryRequest(RicRequestId requestId, int ranFunctionId, Octets header, Octets definition)
        implements E2apPdu {
    static final MessageCodec<RicQueryRequest> CODEC = new MessageCodec<>(
            "RICqueryRequest",
            TriggeringMessage.INITIATING_MESSAGE,
            16,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicQueryRequest::requestId),
                    Ie.ranFunctionId(RicQueryRequest::ranFunctionId),
                    Ie.octets(95, "RICqueryHeader", RicQueryRequest::header),
                    Ie.octets(96, "RICqueryDefinition", RicQueryRequest::definition)),
            ies -> new RicQueryRequest(ies.at(0), ies.intAt(1), ies.at(2), ies.at(3)));
}
