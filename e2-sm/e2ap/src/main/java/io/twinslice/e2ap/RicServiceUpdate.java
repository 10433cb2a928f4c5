package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * RICserviceUpdate: the RAN functions of a node changed.
 *
 * @param transactionId 0..255 by the text in force
 */
public record RicServiceUpdate(
        long transactionId, List<RanFunctionItem> added, List<RanFunctionItem> modified, List<RanFunctionId> deleted)
        implements E2apPdu {
    static final MessageCodec<RicServiceUpdate> CODEC = new MessageCodec<>(
            "RICserviceUpdate",
            TriggeringMessage.INITIATING_MESSAGE,
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
                            new ItemList<>("RANfunctionsDeleted", 1, 256, 6, Criticality.IGNORE, RanFunctionId.CODEC),
                            RicServiceUpdate::deleted)),
            ies -> new RicServiceUpdate(ies.longAt(0), ies.listAt(1), ies.listAt(2), ies.listAt(3)));

    public RicServiceUpdate {
        added = FixedList.copyOf(added);
        modified = FixedList.copyOf(modified);
        deleted = FixedList.copyOf(deleted);
    }
}
