package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * E2connectionUpdateAcknowledge: the associations are changed, as far as said.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2ConnectionUpdateAcknowledge(
        long transactionId, List<TnlUse> established, List<FailedAssociation> failed) implements E2apPdu {
    static final MessageCodec<E2ConnectionUpdateAcknowledge> CODEC = new MessageCodec<>(
            "E2connectionUpdateAcknowledge",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            11,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2ConnectionUpdateAcknowledge::transactionId),
                    Ie.list(
                            39,
                            Criticality.REJECT,
                            "E2connectionSetup",
                            new ItemList<>("E2connectionSetup", 1, 32, 43, Criticality.IGNORE, TnlUse.CODEC),
                            E2ConnectionUpdateAcknowledge::established),
                    Ie.list(
                            40,
                            Criticality.REJECT,
                            "E2connectionSetupFailed",
                            new ItemList<>(
                                    "E2connectionSetupFailed", 1, 32, 41, Criticality.IGNORE, FailedAssociation.CODEC),
                            E2ConnectionUpdateAcknowledge::failed)),
            ies -> new E2ConnectionUpdateAcknowledge(ies.longAt(0), ies.listAt(1), ies.listAt(2)));

    public E2ConnectionUpdateAcknowledge {
        established = FixedList.copyOf(established);
        failed = FixedList.copyOf(failed);
    }
}
