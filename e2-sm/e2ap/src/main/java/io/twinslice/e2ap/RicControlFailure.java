package io.twinslice.e2ap;

import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * RICcontrolFailure: the node has not done what was ordered.
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 * @param outcome in the encoding of the service model
 */
public record RicControlFailure(
        RicRequestId requestId,
        int ranFunctionId,
        Optional<Octets> callProcessId,
        Cause cause,
        Optional<Octets> outcome,
        Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<RicControlFailure> CODEC = new MessageCodec<>(
            "RICcontrolFailure",
            TriggeringMessage.UNSUCCESSFUL_OUTCOME,
            4,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicControlFailure::requestId),
                    Ie.ranFunctionId(RicControlFailure::ranFunctionId),
                    Ie.optionalOctets(20, "RICcallProcessID", RicControlFailure::callProcessId),
                    Ie.cause(Criticality.IGNORE, RicControlFailure::cause),
                    Ie.optionalOctets(32, "RICcontrolOutcome", RicControlFailure::outcome),
                    Ie.criticalityDiagnostics(RicControlFailure::diagnostics)),
            ies -> new RicControlFailure(
                    ies.at(0), ies.intAt(1), ies.optionalAt(2), ies.at(3), ies.optionalAt(4), ies.optionalAt(5)));
}
