package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * RIC Subscription (procedure code 8): the RIC asks a RAN function for reports, inserts or policies.
 *
 * <p>E2AP clauses 8.2.1 (procedure), 9.1.1 (messages) and 9.3.4 (ASN.1).
 */
public sealed interface RicSubscription extends E2apPdu {
    /**
     * RICsubscriptionRequest: the RIC asks a node to act whenever something happens.
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     * @param startTime NTP time stamp of 8 octets, since v03.01
     * @param endTime NTP time stamp of 8 octets, since v03.01
     */
    record Request(
            RicRequestId requestId,
            int ranFunctionId,
            Details details,
            Optional<Octets> startTime,
            Optional<Octets> endTime)
            implements RicSubscription {
        static final MessageCodec<Request> CODEC = new MessageCodec<>(
                "RICsubscriptionRequest",
                CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
                8,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Request::requestId),
                        Ie.ranFunctionId(Request::ranFunctionId),
                        Ie.mandatory(30, Criticality.REJECT, "RICsubscriptionDetails", Details.CODEC, Request::details),
                        Ie.optional(
                                62,
                                Criticality.REJECT,
                                "RICsubscriptionStartTime",
                                OctetsCodec.EIGHT,
                                Request::startTime),
                        Ie.optional(
                                63, Criticality.REJECT, "RICsubscriptionEndTime", OctetsCodec.EIGHT, Request::endTime)),
                ies -> new Request(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3), ies.optionalAt(4)));
    }

    /**
     * RICsubscriptionResponse: the node will act.
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     * @param admitted ids of the actions, 0..255, at least one
     */
    record Response(
            RicRequestId requestId,
            int ranFunctionId,
            List<Integer> admitted,
            Optional<List<RicAction.NotAdmitted>> notAdmitted)
            implements RicSubscription {
        static final MessageCodec<Response> CODEC = new MessageCodec<>(
                "RICsubscriptionResponse",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                8,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Response::requestId),
                        Ie.ranFunctionId(Response::ranFunctionId),
                        Ie.mandatory(
                                17,
                                Criticality.REJECT,
                                "RICactions-Admitted",
                                new ItemList<>(
                                        "RICactions-Admitted", 1, 16, 14, Criticality.IGNORE, ActionIdItem.CODEC),
                                Response::admitted),
                        Ie.optional(
                                18,
                                Criticality.REJECT,
                                "RICactions-NotAdmitted",
                                new ItemList<>(
                                        "RICactions-NotAdmitted",
                                        0,
                                        16,
                                        16,
                                        Criticality.IGNORE,
                                        RicAction.NotAdmitted.CODEC),
                                Response::notAdmitted)),
                ies -> new Response(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));

        public Response {
            admitted = FixedList.copyOf(admitted);
            notAdmitted = notAdmitted.map(FixedList::copyOf);
        }
    }

    /**
     * RICsubscriptionFailure: the node will not act.
     *
     * @param ranFunctionId RAN function of the node, 0..4095
     */
    record Failure(RicRequestId requestId, int ranFunctionId, Cause cause, Optional<CriticalityDiagnostics> diagnostics)
            implements RicSubscription {
        static final MessageCodec<Failure> CODEC = new MessageCodec<>(
                "RICsubscriptionFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                8,
                Criticality.REJECT,
                List.of(
                        Ie.requestId(Failure::requestId),
                        Ie.ranFunctionId(Failure::ranFunctionId),
                        Ie.cause(Criticality.REJECT, Failure::cause),
                        Ie.criticalityDiagnostics(Failure::diagnostics)),
                ies -> new Failure(ies.at(0), ies.intAt(1), ies.at(2), ies.optionalAt(3)));
    }

    /**
     * RICsubscriptionDetails: when to act and what to do.
     *
     * @param eventTrigger in the encoding of the service model
     * @param actions 1..16
     */
    record Details(Octets eventTrigger, List<RicAction> actions) {
        static final Codec<List<RicAction>> ACTIONS =
                new ItemList<>("ricAction-ToBeSetup-List", 1, 16, 19, Criticality.IGNORE, RicAction.CODEC);

        static final Codec<Details> CODEC = new SubscriptionDetailsCodec();

        public Details {
            actions = FixedList.copyOf(actions);
        }
    }
}

/** Both directions of {@link RicSubscription.Details}. */
final class SubscriptionDetailsCodec implements Codec<RicSubscription.Details> {
    @Override
    public void encode(RicSubscription.Details value, BitWriter out) {
        out.bit(false);
        out.octets(value.eventTrigger());
        RicSubscription.Details.ACTIONS.encode(value.actions(), out);
    }

    @Override
    public RicSubscription.Details decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RicSubscription.Details details = new RicSubscription.Details(
                in.octets("ricEventTriggerDefinition"), RicSubscription.Details.ACTIONS.decode(in));
        if (extended) {
            in.skipAdditions();
        }
        return details;
    }
}
