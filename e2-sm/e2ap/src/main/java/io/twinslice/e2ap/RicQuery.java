package io.twinslice.e2ap;

import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * RIC Query (procedure code 16, since v03.01): the RIC asks a RAN function something once.
 *
 * <p>E2AP clauses 8.2.7 (procedure), 9.1.1 (messages) and 9.3.4 (ASN.1).
 */
public sealed interface RicQuery extends E2apPdu {
    /**
     * RICqueryRequest: the RIC asks a RAN function (since v03.01).
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    record Request(RicRequestId requestId, int ranFunctionId, Octets header, Octets definition) implements RicQuery {
        static final MessageCodec<Request> CODEC = new MessageCodec<>(
                "RICqueryRequest",
                CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
                16,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Request::requestId),
                        Ie.ranFunctionId(Request::ranFunctionId),
                        Ie.octets(95, "RICqueryHeader", Request::header),
                        Ie.octets(96, "RICqueryDefinition", Request::definition)),
                ies -> new Request(ies.at(0), ies.intAt(1), ies.at(2), ies.at(3)));
    }

    /**
     * RICqueryResponse: a RAN function answers (since v03.01).
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    record Response(RicRequestId requestId, int ranFunctionId, Octets outcome) implements RicQuery {
        static final MessageCodec<Response> CODEC = new MessageCodec<>(
                "RICqueryResponse",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                16,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Response::requestId),
                        Ie.ranFunctionId(Response::ranFunctionId),
                        Ie.octets(97, "RICqueryOutcome", Response::outcome)),
                ies -> new Response(ies.at(0), ies.intAt(1), ies.at(2)));
    }

    /**
     * RICqueryFailure: a RAN function does not answer (since v03.01).
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    record Failure(RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
            implements RicQuery {
        static final MessageCodec<Failure> CODEC = new MessageCodec<>(
                "RICqueryFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                16,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Failure::requestId),
                        Ie.ranFunctionId(Failure::ranFunctionId),
                        Ie.cause(Criticality.IGNORE, Failure::cause),
                        Ie.criticalityDiagnostics(Failure::diagnostics)),
                ies -> new Failure(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
    }
}
