package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * RICserviceUpdateAcknowledge: the RIC takes over the changed RAN functions.
 *
 * @param transactionId 0..255 by the text in force
 */
public record RicServiceUpdateAcknowledge(
        long transactionId, List<RanFunctionId> accepted, List<RejectedRanFunction> rejected) implements E2apPdu {
    static final MessageCodec<RicServiceUpdateAcknowledge> CODEC = new MessageCodec<>(
            "RICserviceUpdateAcknowledge",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            7,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(RicServiceUpdateAcknowledge::transactionId),
                    Ie.list(
                            9,
                            Criticality.REJECT,
                            "RANfunctionsAccepted",
                            new ItemList<>("RANfunctionsAccepted", 1, 256, 6, Criticality.IGNORE, RanFunctionId.CODEC),
                            RicServiceUpdateAcknowledge::accepted),
                    Ie.list(
                            13,
                            Criticality.REJECT,
                            "RANfunctionsRejected",
                            new ItemList<>(
                                    "RANfunctionsRejected", 1, 256, 7, Criticality.IGNORE, RejectedRanFunction.CODEC),
                            RicServiceUpdateAcknowledge::rejected)),
            ies -> new RicServiceUpdateAcknowledge(ies.longAt(0), ies.listAt(1), ies.listAt(2)));

    public RicServiceUpdateAcknowledge {
        accepted = FixedList.copyOf(accepted);
        rejected = FixedList.copyOf(rejected);
    }
}
