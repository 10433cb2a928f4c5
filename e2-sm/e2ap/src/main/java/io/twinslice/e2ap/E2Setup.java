package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * E2 Setup (procedure code 1): a node announces itself and its RAN functions, and the RIC takes or refuses it.
 *
 * <p>E2AP clauses 8.3.1 (procedure), 9.1.2 (messages) and 9.3.4 (ASN.1).
 */
public sealed interface E2Setup extends E2apPdu {
    /**
     * E2setupRequest: a node asks for an E2 connection and says what it can do.
     *
     * @param transactionId 0..255 by the text in force
     */
    record Request(
            long transactionId,
            GlobalE2NodeId nodeId,
            List<RanFunctionItem> ranFunctions,
            List<ComponentConfig> components)
            implements E2Setup {
        static final MessageCodec<Request> CODEC = new MessageCodec<>(
                "E2setupRequest",
                CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
                1,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Request::transactionId),
                        Ie.mandatory(3, Criticality.REJECT, "GlobalE2node-ID", GlobalE2NodeId.CODEC, Request::nodeId),
                        Ie.mandatory(
                                10,
                                Criticality.REJECT,
                                "RANfunctionsAdded",
                                new ItemList<>(
                                        "RANfunctionsAdded", 1, 256, 8, Criticality.IGNORE, RanFunctionItem.CODEC),
                                Request::ranFunctions),
                        Ie.mandatory(
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
                                Request::components)),
                ies -> new Request(ies.longAt(0), ies.at(1), ies.at(2), ies.at(3)));

        public Request {
            ranFunctions = FixedList.copyOf(ranFunctions);
            components = FixedList.copyOf(components);
        }
    }

    /**
     * E2setupResponse: the RIC takes the node.
     *
     * @param transactionId 0..255 by the text in force
     */
    record Response(
            long transactionId,
            GlobalRicId ricId,
            List<RanFunctionItem.Id> accepted,
            List<RanFunctionItem.Rejected> rejected,
            List<ComponentConfig.Ack> components)
            implements E2Setup {
        static final MessageCodec<Response> CODEC = new MessageCodec<>(
                "E2setupResponse",
                CriticalityDiagnostics.TriggeringMessage.SUCCESSFUL_OUTCOME,
                1,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Response::transactionId),
                        Ie.mandatory(4, Criticality.REJECT, "GlobalRIC-ID", GlobalRicId.CODEC, Response::ricId),
                        Ie.list(
                                9,
                                Criticality.REJECT,
                                "RANfunctionsAccepted",
                                new ItemList<>(
                                        "RANfunctionsAccepted",
                                        1,
                                        256,
                                        6,
                                        Criticality.IGNORE,
                                        RanFunctionItem.Id.CODEC),
                                Response::accepted),
                        Ie.list(
                                13,
                                Criticality.REJECT,
                                "RANfunctionsRejected",
                                new ItemList<>(
                                        "RANfunctionsRejected",
                                        1,
                                        256,
                                        7,
                                        Criticality.IGNORE,
                                        RanFunctionItem.Rejected.CODEC),
                                Response::rejected),
                        Ie.mandatory(
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
                                Response::components)),
                ies -> new Response(ies.longAt(0), ies.at(1), ies.listAt(2), ies.listAt(3), ies.at(4)));

        public Response {
            accepted = FixedList.copyOf(accepted);
            rejected = FixedList.copyOf(rejected);
            components = FixedList.copyOf(components);
        }
    }

    /**
     * E2setupFailure: the RIC does not take the node.
     *
     * @param transactionId 0..255 by the text in force
     * @param tnlInformation where to try instead
     */
    record Failure(
            long transactionId,
            Cause cause,
            Optional<TimeToWait> timeToWait,
            Optional<CriticalityDiagnostics> diagnostics,
            Optional<TnlInformation> tnlInformation)
            implements E2Setup {
        static final MessageCodec<Failure> CODEC = new MessageCodec<>(
                "E2setupFailure",
                CriticalityDiagnostics.TriggeringMessage.UNSUCCESSFUL_OUTCOME,
                1,
                Criticality.REJECT,
                List.of(
                        Ie.transactionId(Failure::transactionId),
                        Ie.cause(Criticality.IGNORE, Failure::cause),
                        Ie.timeToWait(Failure::timeToWait),
                        Ie.criticalityDiagnostics(Failure::diagnostics),
                        Ie.optional(
                                48,
                                Criticality.IGNORE,
                                "TNLinformation",
                                TnlInformation.CODEC,
                                Failure::tnlInformation)),
                ies -> new Failure(ies.longAt(0), ies.at(1), ies.optionalAt(2), ies.optionalAt(3), ies.optionalAt(4)));
    }
}
