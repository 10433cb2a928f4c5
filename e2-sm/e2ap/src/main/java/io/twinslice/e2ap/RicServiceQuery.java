package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * RICserviceQuery: the RIC asks for the RAN functions it does not know yet.
 *
 * <p>E2AP clauses 8.3.4A (procedure), 9.1.2 (messages) and 9.3.4 (ASN.1).
 *
 * @param transactionId 0..255 by the text in force
 */
public record RicServiceQuery(long transactionId, List<RanFunctionItem.Id> accepted) implements E2apPdu {
    static final MessageCodec<RicServiceQuery> CODEC = new MessageCodec<>(
            "RICserviceQuery",
            CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
            6,
            Criticality.IGNORE,
            List.of(
                    Ie.transactionId(RicServiceQuery::transactionId),
                    Ie.list(
                            9,
                            Criticality.REJECT,
                            "RANfunctionsAccepted",
                            new ItemList<>(
                                    "RANfunctionsAccepted", 1, 256, 6, Criticality.IGNORE, RanFunctionItem.Id.CODEC),
                            RicServiceQuery::accepted)),
            ies -> new RicServiceQuery(ies.longAt(0), ies.listAt(1)));

    public RicServiceQuery {
        accepted = FixedList.copyOf(accepted);
    }
}
