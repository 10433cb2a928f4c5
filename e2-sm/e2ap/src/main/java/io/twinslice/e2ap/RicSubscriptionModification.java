package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * RIC Subscription Modification (procedure code 14, since v03.01): the RIC changes a subscription.
 *
 * <p>E2AP clauses 8.2.5 (procedure), 9.1.1 (messages) and 9.3.4 (ASN.1).
 */
public sealed interface RicSubscriptionModification extends E2apPdu {
    /**
     * RICsubscriptionModificationRequest: the RIC changes a subscription (since v03.01).
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     * @param eventTrigger in the encoding of the service model
     */
    record Request(
            RicRequestId requestId,
            int ranFunctionId,
            Optional<Octets> eventTrigger,
            Optional<List<Integer>> toRemove,
            Optional<List<ToBeModified>> toModify,
            Optional<List<ToBeAdded>> toAdd)
            implements RicSubscriptionModification {
        static final MessageCodec<Request> CODEC = new MessageCodec<>(
                "RICsubscriptionModificationRequest",
                CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
                14,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Request::requestId),
                        Ie.ranFunctionId(Request::ranFunctionId),
                        Ie.optional(
                                64,
                                Criticality.IGNORE,
                                "RICeventTriggerDefinitionToBeModified",
                                OctetsCodec.ANY,
                                Request::eventTrigger),
                        Ie.actions(
                                65, "RICactionsToBeRemovedForModification-List", ActionIdItem.CODEC, Request::toRemove),
                        Ie.actions(
                                67,
                                "RICactionsToBeModifiedForModification-List",
                                ToBeModified.CODEC,
                                Request::toModify),
                        Ie.actions(69, "RICactionsToBeAddedForModification-List", ToBeAdded.CODEC, Request::toAdd)),
                ies -> new Request(
                        ies.at(0),
                        ies.intAt(1),
                        ies.optionalAt(2),
                        ies.optionalAt(3),
                        ies.optionalAt(4),
                        ies.optionalAt(5)));

        public Request {
            toRemove = toRemove.map(FixedList::copyOf);
            toModify = toModify.map(FixedList::copyOf);
            toAdd = toAdd.map(FixedList::copyOf);
        }
    }

    /**
     * RICsubscriptionModificationResponse: the subscription is changed, as far as said (since v03.01).
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    record Response(
            RicRequestId requestId,
            int ranFunctionId,
            Optional<List<Integer>> removed,
            Optional<List<RicAction.NotAdmitted>> notRemoved,
            Optional<List<Integer>> modified,
            Optional<List<RicAction.NotAdmitted>> notModified,
            Optional<List<Integer>> added,
            Optional<List<RicAction.NotAdmitted>> notAdded)
            implements RicSubscriptionModification {
        static final MessageCodec<Response> CODEC = new MessageCodec<>(
                "RICsubscriptionModificationResponse",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                14,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Response::requestId),
                        Ie.ranFunctionId(Response::ranFunctionId),
                        Ie.actions(71, "RICactionsRemovedForModification-List", ActionIdItem.CODEC, Response::removed),
                        Ie.actions(
                                73,
                                "RICactionsFailedToBeRemovedForModification-List",
                                RicAction.NotAdmitted.CODEC,
                                Response::notRemoved),
                        Ie.actions(
                                75, "RICactionsModifiedForModification-List", ActionIdItem.CODEC, Response::modified),
                        Ie.actions(
                                77,
                                "RICactionsFailedToBeModifiedForModification-List",
                                RicAction.NotAdmitted.CODEC,
                                Response::notModified),
                        Ie.actions(79, "RICactionsAddedForModification-List", ActionIdItem.CODEC, Response::added),
                        Ie.actions(
                                81,
                                "RICactionsFailedToBeAddedForModification-List",
                                RicAction.NotAdmitted.CODEC,
                                Response::notAdded)),
                ies -> new Response(
                        ies.at(0),
                        ies.intAt(1),
                        ies.optionalAt(2),
                        ies.optionalAt(3),
                        ies.optionalAt(4),
                        ies.optionalAt(5),
                        ies.optionalAt(6),
                        ies.optionalAt(7)));

        public Response {
            removed = removed.map(FixedList::copyOf);
            notRemoved = notRemoved.map(FixedList::copyOf);
            modified = modified.map(FixedList::copyOf);
            notModified = notModified.map(FixedList::copyOf);
            added = added.map(FixedList::copyOf);
            notAdded = notAdded.map(FixedList::copyOf);
        }
    }

    /**
     * RICsubscriptionModificationFailure: the subscription stays as it is (since v03.01).
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    record Failure(RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
            implements RicSubscriptionModification {
        static final MessageCodec<Failure> CODEC = new MessageCodec<>(
                "RICsubscriptionModificationFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                14,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Failure::requestId),
                        Ie.ranFunctionId(Failure::ranFunctionId),
                        Ie.cause(Criticality.REJECT, Failure::cause),
                        Ie.criticalityDiagnostics(Failure::diagnostics)),
                ies -> new Failure(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
    }

    /**
     * RICaction-ToBeAddedForModification-Item: an action that joins a subscription.
     *
     * @param id 0..255
     * @param definition in the encoding of the service model
     * @param executionOrder 0..255 by the text in force
     */
    record ToBeAdded(
            int id,
            RicAction.Type type,
            Octets definition,
            long executionOrder,
            Optional<RicAction.Subsequent> subsequentAction) {
        static final Codec<ToBeAdded> CODEC = new ActionAdditionCodec();
    }

    /**
     * RICaction-ToBeModifiedForModification-Item: new properties of an action.
     *
     * @param id 0..255
     * @param definition in the encoding of the service model
     * @param executionOrder 0..255 by the text in force
     */
    record ToBeModified(
            int id,
            Optional<Octets> definition,
            OptionalLong executionOrder,
            Optional<RicAction.Subsequent> subsequentAction) {
        static final Codec<ToBeModified> CODEC = new ActionModificationCodec();
    }
}

/** Both directions of {@link RicSubscriptionModification.ToBeAdded}. */
final class ActionAdditionCodec implements Codec<RicSubscriptionModification.ToBeAdded> {
    @Override
    public void encode(RicSubscriptionModification.ToBeAdded value, BitWriter out) {
        out.bits(value.subsequentAction().isPresent() ? 1 : 0, 2);
        out.integer(value.id(), 0, 255);
        RicAction.Type.CODEC.encode(value.type(), out);
        out.octets(value.definition());
        out.extensibleInteger(value.executionOrder(), 0, 255);
        if (value.subsequentAction().isPresent()) {
            RicAction.Subsequent.CODEC.encode(value.subsequentAction().get(), out);
        }
    }

    @Override
    public RicSubscriptionModification.ToBeAdded decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        RicSubscriptionModification.ToBeAdded item = new RicSubscriptionModification.ToBeAdded(
                (int) in.integer("ricActionID", 0, 255),
                RicAction.Type.CODEC.decode(in),
                in.octets("ricActionDefinition"),
                in.extensibleInteger("ricActionExecutionOrder", 0, 255),
                (preamble & 1) != 0
                        ? Optional.of(in.field("ricSubsequentAction", RicAction.Subsequent.CODEC))
                        : Optional.empty());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}

/** Both directions of {@link RicSubscriptionModification.ToBeModified}. */
final class ActionModificationCodec implements Codec<RicSubscriptionModification.ToBeModified> {
    @Override
    public void encode(RicSubscriptionModification.ToBeModified value, BitWriter out) {
        out.bit(false);
        out.bit(value.definition().isPresent());
        out.bit(value.executionOrder().isPresent());
        out.bit(value.subsequentAction().isPresent());
        out.integer(value.id(), 0, 255);
        if (value.definition().isPresent()) {
            out.octets(value.definition().get());
        }
        if (value.executionOrder().isPresent()) {
            out.extensibleInteger(value.executionOrder().getAsLong(), 0, 255);
        }
        if (value.subsequentAction().isPresent()) {
            RicAction.Subsequent.CODEC.encode(value.subsequentAction().get(), out);
        }
    }

    @Override
    public RicSubscriptionModification.ToBeModified decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(4);
        RicSubscriptionModification.ToBeModified item = new RicSubscriptionModification.ToBeModified(
                (int) in.integer("ricActionID", 0, 255),
                (preamble & 4) != 0 ? Optional.of(in.octets("ricActionDefinition")) : Optional.empty(),
                (preamble & 2) != 0
                        ? OptionalLong.of(in.extensibleInteger("ricActionExecutionOrder", 0, 255))
                        : OptionalLong.empty(),
                (preamble & 1) != 0
                        ? Optional.of(in.field("ricSubsequentAction", RicAction.Subsequent.CODEC))
                        : Optional.empty());
        if ((preamble & 8) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
