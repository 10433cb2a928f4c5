package io.twinslice.e2ap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * ErrorIndication: a message could not be understood.
 *
 * <p>E2AP clauses 8.3.3 (procedure), 9.1.2 (messages) and 9.3.4 (ASN.1).
 */
public record ErrorIndication(
        Optional<Long> transactionId,
        Optional<RicRequestId> requestId,
        OptionalInt ranFunctionId,
        Optional<Cause> cause,
        Optional<CriticalityDiagnostics> diagnostics)
        implements E2apPdu {
    static final MessageCodec<ErrorIndication> CODEC = new MessageCodec<>(
            "ErrorIndication",
            CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
            2,
            Criticality.IGNORE,
            List.of(
                    Ie.optional(
                            49,
                            Criticality.REJECT,
                            "TransactionID",
                            TransactionId.CODEC,
                            ErrorIndication::transactionId),
                    Ie.optional(29, Criticality.REJECT, "RICrequestID", RicRequestId.CODEC, ErrorIndication::requestId),
                    Ie.optionalNumber(
                            5, Criticality.REJECT, NumberCodec.RAN_FUNCTION_ID, ErrorIndication::ranFunctionId),
                    Ie.optional(1, Criticality.IGNORE, "Cause", Cause.CODEC, ErrorIndication::cause),
                    Ie.criticalityDiagnostics(ErrorIndication::diagnostics)),
            ies -> new ErrorIndication(
                    ies.optionalAt(0), ies.optionalAt(1), ies.optionalIntAt(2), ies.optionalAt(3), ies.optionalAt(4)));
}
