package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * E2nodeConfigurationUpdateAcknowledge: the RIC takes over the changed interfaces.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2NodeConfigurationUpdateAcknowledge(
        long transactionId,
        List<ComponentConfigAck> added,
        List<ComponentConfigAck> updated,
        List<ComponentConfigAck> removed)
        implements E2apPdu {
    static final MessageCodec<E2NodeConfigurationUpdateAcknowledge> CODEC = new MessageCodec<>(
            "E2nodeConfigurationUpdateAcknowledge",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            10,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2NodeConfigurationUpdateAcknowledge::transactionId),
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
                                    ComponentConfigAck.CODEC),
                            E2NodeConfigurationUpdateAcknowledge::added),
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
                                    ComponentConfigAck.CODEC),
                            E2NodeConfigurationUpdateAcknowledge::updated),
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
                                    ComponentConfigAck.CODEC),
                            E2NodeConfigurationUpdateAcknowledge::removed)),
            ies -> new E2NodeConfigurationUpdateAcknowledge(
                    ies.longAt(0), ies.listAt(1), ies.listAt(2), ies.listAt(3)));

    public E2NodeConfigurationUpdateAcknowledge {
        added = FixedList.copyOf(added);
        updated = FixedList.copyOf(updated);
        removed = FixedList.copyOf(removed);
    }
}
