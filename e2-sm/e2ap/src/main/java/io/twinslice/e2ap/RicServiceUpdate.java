package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * RICserviceUpdate: the RAN functions of a node changed.
 *
 * <p>E2AP clauses 8.3.4 (procedure), 9.1.2 (messages) and 9.3.4 (ASN.1).
 *
 * @param transactionId 0..255 by the text in force
 */
public record RicServiceUpdate(
        long transactionId,
        List<RanFunctionItem> added,
        List<RanFunctionItem> modified,
        List<RanFunctionItem.Id> deleted)
        implements E2apPdu {
    static final MessageCodec<RicServiceUpdate> CODEC = new MessageCodec<>(
            "RICserviceUpdate",
            CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
            7,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(RicServiceUpdate::transactionId),
                    Ie.list(
                            10,
                            Criticality.REJECT,
                            "RANfunctionsAdded",
                            new ItemList<>("RANfunctionsAdded", 1, 256, 8, Criticality.IGNORE, RanFunctionItem.CODEC),
                            RicServiceUpdate::added),
                    Ie.list(
                            12,
                            Criticality.REJECT,
                            "RANfunctionsModified",
                            new ItemList<>(
                                    "RANfunctionsModified", 1, 256, 8, Criticality.IGNORE, RanFunctionItem.CODEC),
                            RicServiceUpdate::modified),
                    Ie.list(
                            11,
                            Criticality.REJECT,
                            "RANfunctionsDeleted",
                            new ItemList<>(
                                    "RANfunctionsDeleted", 1, 256, 6, Criticality.IGNORE, RanFunctionItem.Id.CODEC),
                            RicServiceUpdate::deleted)),
            ies -> new RicServiceUpdate(ies.longAt(0), ies.listAt(1), ies.listAt(2), ies.listAt(3)));

    public RicServiceUpdate {
        added = FixedList.copyOf(added);
        modified = FixedList.copyOf(modified);
        deleted = FixedList.copyOf(deleted);
    }

    /**
     * RICserviceUpdateAcknowledge: the RIC takes over the changed RAN functions.
     *
     * @param transactionId 0..255 by the text in force
     */
    public record Acknowledge(
            long transactionId, List<RanFunctionItem.Id> accepted, List<RanFunctionItem.Rejected> rejected)
            implements E2apPdu {
        static final MessageCodec<Acknowledge> CODEC = new MessageCodec<>(
                "RICserviceUpdateAcknowledge",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                7,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Acknowledge::transactionId),
                        Ie.list(
                                9,
                                Criticality.REJECT,
                                "RANfunctionsAccepted",
                                new ItemList<>(
                                        "RANfunctionsAccepted",
                                        1,
                                        256,
                                        6,
                                        Criticality.IGNORE,
                                        RanFunctionItem.Id.CODEC),
                                Acknowledge::accepted),
                        Ie.list(
                                13,
                                Criticality.REJECT,
                                "RANfunctionsRejected",
                                new ItemList<>(
                                        "RANfunctionsRejected",
                                        1,
                                        256,
                                        7,
                                        Criticality.IGNORE,
                                        RanFunctionItem.Rejected.CODEC),
                                Acknowledge::rejected)),
                ies -> new Acknowledge(ies.longAt(0), ies.listAt(1), ies.listAt(2)));

        public Acknowledge {
            accepted = FixedList.copyOf(accepted);
            rejected = FixedList.copyOf(rejected);
        }
    }

    /**
     * RICserviceUpdateFailure: the RIC does not take over the changed RAN functions.
     *
     * @param transactionId 0..255 by the text in force
     */
    public record Failure(
            long transactionId,
            Cause cause,
            Optional<TimeToWait> timeToWait,
            Optional<CriticalityDiagnostics> diagnostics)
            implements E2apPdu {
        static final MessageCodec<Failure> CODEC = new MessageCodec<>(
                "RICserviceUpdateFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                7,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Failure::transactionId),
                        Ie.cause(Criticality.REJECT, Failure::cause),
                        Ie.timeToWait(Failure::timeToWait),
                        Ie.criticalityDiagnostics(Failure::diagnostics)),
                ies -> new Failure(ies.longAt(0), ies.at(1), ies.optionalAt(2), ies.optionalAt(3)));
    }
}
