package io.twinslice.e2ap;

import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * RICcontrolAcknowledge: the node has done what was ordered.
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 * @param outcome in the encoding of the service model
 */
public record RicControlAcknowledge(
        RicRequestId requestId, int ranFunctionId, Optional<Octets> callProcessId, Optional<Octets> outcome)
        implements E2apPdu {
    static final MessageCodec<RicControlAcknowledge> CODEC = new MessageCodec<>(
            "RICcontrolAcknowledge",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            4,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicControlAcknowledge::requestId),
                    Ie.ranFunctionId(RicControlAcknowledge::ranFunctionId),
                    Ie.optionalOctets(20, "RICcallProcessID", RicControlAcknowledge::callProcessId),
                    Ie.optionalOctets(32, "RICcontrolOutcome", RicControlAcknowledge::outcome)),
            ies -> new RicControlAcknowledge(ies.at(0), ies.intAt(1), ies.optionalAt(2), ies.optionalAt(3)));
}
