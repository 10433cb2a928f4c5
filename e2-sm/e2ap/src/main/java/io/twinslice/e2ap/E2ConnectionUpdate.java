package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * E2connectionUpdate: the RIC asks a node to change its transport associations.
 *
 * <p>E2AP clauses 8.3.6 (procedure), 9.1.2 (messages) and 9.3.4 (ASN.1).
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2ConnectionUpdate(
        long transactionId,
        List<TnlInformation.Use> added,
        List<TnlInformation> removed,
        List<TnlInformation.Use> modified)
        implements E2apPdu {
    static final MessageCodec<E2ConnectionUpdate> CODEC = new MessageCodec<>(
            "E2connectionUpdate",
            CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
            11,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2ConnectionUpdate::transactionId),
                    Ie.list(
                            44,
                            Criticality.REJECT,
                            "E2connectionUpdateAdd",
                            new ItemList<>(
                                    "E2connectionUpdateAdd", 1, 32, 43, Criticality.IGNORE, TnlInformation.Use.CODEC),
                            E2ConnectionUpdate::added),
                    Ie.list(
                            46,
                            Criticality.REJECT,
                            "E2connectionUpdateRemove",
                            new ItemList<>(
                                    "E2connectionUpdateRemove",
                                    1,
                                    32,
                                    47,
                                    Criticality.IGNORE,
                                    TnlInformation.Use.REMOVED),
                            E2ConnectionUpdate::removed),
                    Ie.list(
                            45,
                            Criticality.REJECT,
                            "E2connectionUpdateModify",
                            new ItemList<>(
                                    "E2connectionUpdateModify",
                                    1,
                                    32,
                                    43,
                                    Criticality.IGNORE,
                                    TnlInformation.Use.CODEC),
                            E2ConnectionUpdate::modified)),
            ies -> new E2ConnectionUpdate(ies.longAt(0), ies.listAt(1), ies.listAt(2), ies.listAt(3)));

    public E2ConnectionUpdate {
        added = FixedList.copyOf(added);
        removed = FixedList.copyOf(removed);
        modified = FixedList.copyOf(modified);
    }

    /**
     * E2connectionUpdateAcknowledge: the associations are changed, as far as said.
     *
     * @param transactionId 0..255 by the text in force
     */
    public record Acknowledge(
            long transactionId, List<TnlInformation.Use> established, List<TnlInformation.Failed> failed)
            implements E2apPdu {
        static final MessageCodec<Acknowledge> CODEC = new MessageCodec<>(
                "E2connectionUpdateAcknowledge",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                11,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Acknowledge::transactionId),
                        Ie.list(
                                39,
                                Criticality.REJECT,
                                "E2connectionSetup",
                                new ItemList<>(
                                        "E2connectionSetup", 1, 32, 43, Criticality.IGNORE, TnlInformation.Use.CODEC),
                                Acknowledge::established),
                        Ie.list(
                                40,
                                Criticality.REJECT,
                                "E2connectionSetupFailed",
                                new ItemList<>(
                                        "E2connectionSetupFailed",
                                        1,
                                        32,
                                        41,
                                        Criticality.IGNORE,
                                        TnlInformation.Failed.CODEC),
                                Acknowledge::failed)),
                ies -> new Acknowledge(ies.longAt(0), ies.listAt(1), ies.listAt(2)));

        public Acknowledge {
            established = FixedList.copyOf(established);
            failed = FixedList.copyOf(failed);
        }
    }

    /**
     * E2connectionUpdateFailure: no association is changed.
     *
     * @param transactionId 0..255 by the text in force
     */
    public record Failure(
            long transactionId,
            Optional<Cause> cause,
            Optional<TimeToWait> timeToWait,
            Optional<CriticalityDiagnostics> diagnostics)
            implements E2apPdu {
        static final MessageCodec<Failure> CODEC = new MessageCodec<>(
                "E2connectionUpdateFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                11,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Failure::transactionId),
                        Ie.optional(1, Criticality.REJECT, "Cause", Cause.CODEC, Failure::cause),
                        Ie.timeToWait(Failure::timeToWait),
                        Ie.criticalityDiagnostics(Failure::diagnostics)),
                ies -> new Failure(ies.longAt(0), ies.optionalAt(1), ies.optionalAt(2), ies.optionalAt(3)));
    }
}
