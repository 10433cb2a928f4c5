package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * E2nodeConfigurationUpdate: the interfaces of a node changed.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2NodeConfigurationUpdate(
        long transactionId,
        Optional<GlobalE2NodeId> nodeId,
        List<ComponentConfig> added,
        List<ComponentConfig> updated,
        List<ComponentRemoval> removed,
        List<TnlAssociation> associationsRemoved)
        implements E2apPdu {
    static final MessageCodec<E2NodeConfigurationUpdate> CODEC = new MessageCodec<>(
            "E2nodeConfigurationUpdate",
            TriggeringMessage.INITIATING_MESSAGE,
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
                                    ComponentRemoval.CODEC),
                            E2NodeConfigurationUpdate::removed),
                    Ie.list(
                            58,
                            Criticality.REJECT,
                            "E2nodeTNLassociationRemoval",
                            new ItemList<>(
                                    "E2nodeTNLassociationRemoval", 1, 32, 59, Criticality.REJECT, TnlAssociation.CODEC),
                            E2NodeConfigurationUpdate::associationsRemoved)),
            ies -> new E2NodeConfigurationUpdate(
                    ies.longAt(0), ies.optionalAt(1), ies.listAt(2), ies.listAt(3), ies.listAt(4), ies.listAt(5)));

    public E2NodeConfigurationUpdate {
        added = FixedList.copyOf(added);
        updated = FixedList.copyOf(updated);
        removed = FixedList.copyOf(removed);
        associationsRemoved = FixedList.copyOf(associationsRemoved);
    }
}
