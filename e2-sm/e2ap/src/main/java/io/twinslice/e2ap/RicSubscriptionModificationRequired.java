package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * RICsubscriptionModificationRequired: a node asks the RIC to change a subscription (since v03.01).
 *
 * <p>E2AP clauses 8.2.6 (procedure), 9.1.1 (messages) and 9.3.4 (ASN.1).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 */
public record RicSubscriptionModificationRequired(
        RicRequestId requestId,
        int ranFunctionId,
        Optional<List<ToBeModified>> toModify,
        Optional<List<RicAction.NotAdmitted>> toRemove)
        implements E2apPdu {
    static final MessageCodec<RicSubscriptionModificationRequired> CODEC = new MessageCodec<>(
            "RICsubscriptionModificationRequired",
            CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
            15,
            Criticality.REJECT,
            List.of(
                    Ie.requestId(RicSubscriptionModificationRequired::requestId),
                    Ie.ranFunctionId(RicSubscriptionModificationRequired::ranFunctionId),
                    Ie.actions(
                            83,
                            "RICactionsRequiredToBeModified-List",
                            ToBeModified.CODEC,
                            RicSubscriptionModificationRequired::toModify),
                    Ie.actions(
                            85,
                            "RICactionsRequiredToBeRemoved-List",
                            RicAction.NotAdmitted.CODEC,
                            RicSubscriptionModificationRequired::toRemove)),
            ies -> new RicSubscriptionModificationRequired(
                    ies.at(0), ies.intAt(1), ies.optionalAt(2), ies.optionalAt(3)));

    public RicSubscriptionModificationRequired {
        toModify = toModify.map(FixedList::copyOf);
        toRemove = toRemove.map(FixedList::copyOf);
    }

    /**
     * RICsubscriptionModificationConfirm: the RIC agrees to changes, as far as said (since v03.01).
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    public record Confirm(
            RicRequestId requestId,
            int ranFunctionId,
            Optional<List<Integer>> modified,
            Optional<List<RicAction.NotAdmitted>> notModified,
            Optional<List<Integer>> removed,
            Optional<List<RicAction.NotAdmitted>> notRemoved)
            implements E2apPdu {
        static final MessageCodec<Confirm> CODEC = new MessageCodec<>(
                "RICsubscriptionModificationConfirm",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                15,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Confirm::requestId),
                        Ie.ranFunctionId(Confirm::ranFunctionId),
                        Ie.actions(
                                87, "RICactionsConfirmedForModification-List", ActionIdItem.CODEC, Confirm::modified),
                        Ie.actions(
                                89,
                                "RICactionsRefusedToBeModified-List",
                                RicAction.NotAdmitted.CODEC,
                                Confirm::notModified),
                        Ie.actions(91, "RICactionsConfirmedForRemoval-List", ActionIdItem.CODEC, Confirm::removed),
                        Ie.actions(
                                93,
                                "RICactionsRefusedToBeRemoved-List",
                                RicAction.NotAdmitted.CODEC,
                                Confirm::notRemoved)),
                ies -> new Confirm(
                        ies.at(0),
                        ies.intAt(1),
                        ies.optionalAt(2),
                        ies.optionalAt(3),
                        ies.optionalAt(4),
                        ies.optionalAt(5)));

        public Confirm {
            modified = modified.map(FixedList::copyOf);
            notModified = notModified.map(FixedList::copyOf);
            removed = removed.map(FixedList::copyOf);
            notRemoved = notRemoved.map(FixedList::copyOf);
        }
    }

    /**
     * RICsubscriptionModificationRefuse: the RIC agrees to no change (since v03.01).
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    public record Refuse(
            RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
            implements E2apPdu {
        static final MessageCodec<Refuse> CODEC = new MessageCodec<>(
                "RICsubscriptionModificationRefuse",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                15,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Refuse::requestId),
                        Ie.ranFunctionId(Refuse::ranFunctionId),
                        Ie.cause(Criticality.REJECT, Refuse::cause),
                        Ie.criticalityDiagnostics(Refuse::diagnostics)),
                ies -> new Refuse(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
    }

    /** RICaction-RequiredToBeModified-Item: an action (0..255) whose waiting time a node wants changed. */
    public record ToBeModified(int id, RicAction.TimeToWait timeToWait) {
        static final Codec<ToBeModified> CODEC = new RequiredModificationCodec();
    }
}

/** Both directions of {@link RicSubscriptionModificationRequired.ToBeModified}. */
final class RequiredModificationCodec implements Codec<RicSubscriptionModificationRequired.ToBeModified> {
    @Override
    public void encode(RicSubscriptionModificationRequired.ToBeModified value, BitWriter out) {
        out.bit(false);
        out.integer(value.id(), 0, 255);
        RicAction.TimeToWait.CODEC.encode(value.timeToWait(), out);
    }

    @Override
    public RicSubscriptionModificationRequired.ToBeModified decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RicSubscriptionModificationRequired.ToBeModified item = new RicSubscriptionModificationRequired.ToBeModified(
                (int) in.integer("ricActionID", 0, 255), RicAction.TimeToWait.CODEC.decode(in));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}
