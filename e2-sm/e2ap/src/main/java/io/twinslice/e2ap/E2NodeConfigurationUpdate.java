package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * E2nodeConfigurationUpdate: the interfaces of a node changed.
 *
 * <p>E2AP clauses 8.3.5 (procedure), 9.1.2 (messages) and 9.3.4 (ASN.1).
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2NodeConfigurationUpdate(
        long transactionId,
        Optional<GlobalE2NodeId> nodeId,
        List<ComponentConfig> added,
        List<ComponentConfig> updated,
        List<ComponentConfig.Removal> removed,
        List<TnlInformation.Association> associationsRemoved)
        implements E2apPdu {
    static final MessageCodec<E2NodeConfigurationUpdate> CODEC = new MessageCodec<>(
            "E2nodeConfigurationUpdate",
            CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
            10,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2NodeConfigurationUpdate::transactionId),
                    Ie.optional(
                            3,
                            Criticality.REJECT,
                            "GlobalE2node-ID",
                            GlobalE2NodeId.CODEC,
                            E2NodeConfigurationUpdate::nodeId),
                    Ie.list(
                            50,
                            Criticality.REJECT,
                            "E2nodeComponentConfigAddition",
                            new ItemList<>(
                                    "E2nodeComponentConfigAddition",
                                    1,
                                    1024,
                                    51,
                                    Criticality.REJECT,
                                    ComponentConfig.CODEC),
                            E2NodeConfigurationUpdate::added),
                    Ie.list(
                            33,
                            Criticality.REJECT,
                            "E2nodeComponentConfigUpdate",
                            new ItemList<>(
                                    "E2nodeComponentConfigUpdate",
                                    1,
                                    1024,
                                    34,
                                    Criticality.REJECT,
                                    ComponentConfig.CODEC),
                            E2NodeConfigurationUpdate::updated),
                    Ie.list(
                            54,
                            Criticality.REJECT,
                            "E2nodeComponentConfigRemoval",
                            new ItemList<>(
                                    "E2nodeComponentConfigRemoval",
                                    1,
                                    1024,
                                    55,
                                    Criticality.REJECT,
                                    ComponentConfig.Removal.CODEC),
                            E2NodeConfigurationUpdate::removed),
                    Ie.list(
                            58,
                            Criticality.REJECT,
                            "E2nodeTNLassociationRemoval",
                            new ItemList<>(
                                    "E2nodeTNLassociationRemoval",
                                    1,
                                    32,
                                    59,
                                    Criticality.REJECT,
                                    TnlInformation.Association.CODEC),
                            E2NodeConfigurationUpdate::associationsRemoved)),
            ies -> new E2NodeConfigurationUpdate(
                    ies.longAt(0), ies.optionalAt(1), ies.listAt(2), ies.listAt(3), ies.listAt(4), ies.listAt(5)));

    public E2NodeConfigurationUpdate {
        added = FixedList.copyOf(added);
        updated = FixedList.copyOf(updated);
        removed = FixedList.copyOf(removed);
        associationsRemoved = FixedList.copyOf(associationsRemoved);
    }

    /**
     * E2nodeConfigurationUpdateAcknowledge: the RIC takes over the changed interfaces.
     *
     * @param transactionId 0..255 by the text in force
     */
    public record Acknowledge(
            long transactionId,
            List<ComponentConfig.Ack> added,
            List<ComponentConfig.Ack> updated,
            List<ComponentConfig.Ack> removed)
            implements E2apPdu {
        static final MessageCodec<Acknowledge> CODEC = new MessageCodec<>(
                "E2nodeConfigurationUpdateAcknowledge",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                10,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Acknowledge::transactionId),
                        Ie.list(
                                52,
                                Criticality.REJECT,
                                "E2nodeComponentConfigAdditionAck",
                                new ItemList<>(
                                        "E2nodeComponentConfigAdditionAck",
                                        1,
                                        1024,
                                        53,
                                        Criticality.REJECT,
                                        ComponentConfig.Ack.CODEC),
                                Acknowledge::added),
                        Ie.list(
                                35,
                                Criticality.REJECT,
                                "E2nodeComponentConfigUpdateAck",
                                new ItemList<>(
                                        "E2nodeComponentConfigUpdateAck",
                                        1,
                                        1024,
                                        36,
                                        Criticality.REJECT,
                                        ComponentConfig.Ack.CODEC),
                                Acknowledge::updated),
                        Ie.list(
                                56,
                                Criticality.REJECT,
                                "E2nodeComponentConfigRemovalAck",
                                new ItemList<>(
                                        "E2nodeComponentConfigRemovalAck",
                                        1,
                                        1024,
                                        57,
                                        Criticality.REJECT,
                                        ComponentConfig.Ack.CODEC),
                                Acknowledge::removed)),
                ies -> new Acknowledge(ies.longAt(0), ies.listAt(1), ies.listAt(2), ies.listAt(3)));

        public Acknowledge {
            added = FixedList.copyOf(added);
            updated = FixedList.copyOf(updated);
            removed = FixedList.copyOf(removed);
        }
    }

    /**
     * E2nodeConfigurationUpdateFailure: the RIC does not take over the changed interfaces.
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
                "E2nodeConfigurationUpdateFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                10,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Failure::transactionId),
                        Ie.cause(Criticality.IGNORE, Failure::cause),
                        Ie.timeToWait(Failure::timeToWait),
                        Ie.criticalityDiagnostics(Failure::diagnostics)),
                ies -> new Failure(ies.longAt(0), ies.at(1), ies.optionalAt(2), ies.optionalAt(3)));
    }
}
