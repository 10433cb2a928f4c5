package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * E2setupResponse: the RIC takes the node.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2SetupResponse(
        long transactionId,
        GlobalRicId ricId,
        List<RanFunctionId> accepted,
        List<RejectedRanFunction> rejected,
        List<ComponentConfigAck> components)
        implements E2apPdu {
    static final MessageCodec<E2SetupResponse> CODEC = new MessageCodec<>(
            "E2setupResponse",
            TriggeringMessage.SUCCESSFUL_OUTCOME,
            1,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2SetupResponse::transactionId),
                    Ie.mandatory(4, Criticality.REJECT, "GlobalRIC-ID", GlobalRicId.CODEC, E2SetupResponse::ricId),
                    Ie.list(
                            9,
                            Criticality.REJECT,
                            "RANfunctionsAccepted",
                            new ItemList<>("RANfunctionsAccepted", 1, 256, 6, Criticality.IGNORE, RanFunctionId.CODEC),
                            E2SetupResponse::accepted),
                    Ie.list(
                            13,
                            Criticality.REJECT,
                            "RANfunctionsRejected",
                            new ItemList<>(
                                    "RANfunctionsRejected", 1, 256, 7, Criticality.IGNORE, RejectedRanFunction.CODEC),
                            E2SetupResponse::rejected),
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
                                    ComponentConfigAck.CODEC),
                            E2SetupResponse::components)),
            ies -> new E2SetupResponse(ies.longAt(0), ies.at(1), ies.listAt(2), ies.listAt(3), ies.at(4)));

    public E2SetupResponse {
        accepted = FixedList.copyOf(accepted);
        rejected = FixedList.copyOf(rejected);
        components = FixedList.copyOf(components);
    }
}
