package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;

/**
 * E2 Removal (procedure code 13): either end takes down the E2 interface.
 *
 * <p>E2AP clauses 8.3.7 (procedure), 9.1.2 (messages) and 9.3.4 (ASN.1).
 */
public sealed interface E2Removal extends E2apPdu {
    /**
     * E2RemovalRequest: one side ends the E2 connection.
     *
     * @param transactionId 0..255 by the text in force
     */
    record Request(long transactionId) implements E2Removal {
        static final MessageCodec<Request> CODEC = new MessageCodec<>(
                "E2RemovalRequest",
                CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
                13,
                Criticality.REJECT,
                List.of(Ie.transactionId(Request::transactionId)),
                ies -> new Request(ies.longAt(0)));
    }

    /**
     * E2RemovalResponse: the E2 connection is ended.
     *
     * @param transactionId 0..255 by the text in force
     */
    record Response(long transactionId, Optional<CriticalityDiagnostics> diagnostics) implements E2Removal {
        static final MessageCodec<Response> CODEC = new MessageCodec<>(
                "E2RemovalResponse",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                13,
                Criticality.REJECT,
                List.of(Ie.transactionId(Response::transactionId), Ie.criticalityDiagnostics(Response::diagnostics)),
                ies -> new Response(ies.longAt(0), ies.optionalAt(1)));
    }

    /**
     * E2RemovalFailure: the E2 connection stays.
     *
     * @param transactionId 0..255 by the text in force
     */
    record Failure(long transactionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics) implements E2Removal {
        static final MessageCodec<Failure> CODEC = new MessageCodec<>(
                "E2RemovalFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                13,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Failure::transactionId),
                        Ie.cause(Criticality.IGNORE, Failure::cause),
                        Ie.criticalityDiagnostics(Failure::diagnostics)),
                ies -> new Failure(ies.longAt(0), ies.at(1), ies.optionalAt(2)));
    }
}
