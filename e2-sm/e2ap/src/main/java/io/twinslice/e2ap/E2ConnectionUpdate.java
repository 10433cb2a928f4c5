package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * E2connectionUpdate: the RIC asks a node to change its transport associations.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2ConnectionUpdate(
        long transactionId, List<TnlUse> added, List<TnlInformation> removed, List<TnlUse> modified)
        implements E2apPdu {
    static final MessageCodec<E2ConnectionUpdate> CODEC = new MessageCodec<>(
            "E2connectionUpdate",
            TriggeringMessage.INITIATING_MESSAGE,
            11,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2ConnectionUpdate::transactionId),
                    Ie.list(
                            44,
                            Criticality.REJECT,
                            "E2connectionUpdateAdd",
                            new ItemList<>("E2connectionUpdateAdd", 1, 32, 43, Criticality.IGNORE, TnlUse.CODEC),
                            E2ConnectionUpdate::added),
                    Ie.list(
                            46,
                            Criticality.REJECT,
                            "E2connectionUpdateRemove",
                            new ItemList<>("E2connectionUpdateRemove", 1, 32, 47, Criticality.IGNORE, TnlUse.REMOVED),
                            E2ConnectionUpdate::removed),
                    Ie.list(
                            45,
                            Criticality.REJECT,
                            "E2connectionUpdateModify",
                            new ItemList<>("E2connectionUpdateModify", 1, 32, 43, Criticality.IGNORE, TnlUse.CODEC),
                            E2ConnectionUpdate::modified)),
            ies -> new E2ConnectionUpdate(ies.longAt(0), ies.listAt(1), ies.listAt(2), ies.listAt(3)));

    public E2ConnectionUpdate {
        added = FixedList.copyOf(added);
        removed = FixedList.copyOf(removed);
        modified = FixedList.copyOf(modified);
    }
}
