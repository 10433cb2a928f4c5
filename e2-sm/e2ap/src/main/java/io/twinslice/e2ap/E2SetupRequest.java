package io.twinslice.e2ap;

import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * E2setupRequest: a node asks for an E2 connection and says what it can do.
 *
 * @param transactionId 0..255 by the text in force
 */
public record E2SetupRequest(
        long transactionId, GlobalE2NodeId nodeId, List<RanFunctionItem> ranFunctions, List<ComponentConfig> components)
        implements E2apPdu {
    static final MessageCodec<E2SetupRequest> CODEC = new MessageCodec<>(
            "E2setupRequest",
            TriggeringMessage.INITIATING_MESSAGE,
            1,
            Criticality.REJECT,
            List.of(
                    Ie.transactionId(E2SetupRequest::transactionId),
                    Ie.mandatory(
                            3, Criticality.REJECT, "GlobalE2node-ID", GlobalE2NodeId.CODEC, E2SetupRequest::nodeId),
                    Ie.mandatory(
                            10,
                            Criticality.REJECT,
                            "RANfunctionsAdded",
                            new ItemList<>("RANfunctionsAdded", 1, 256, 8, Criticality.IGNORE, RanFunctionItem.CODEC),
                            E2SetupRequest::ranFunctions),
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
                            E2SetupRequest::components)),
            ies -> new E2SetupRequest(ies.longAt(0), ies.at(1), ies.at(2), ies.at(3)));

    public E2SetupRequest {
        ranFunctions = FixedList.copyOf(ranFunctions);
        components = FixedList.copyOf(components);
    }
}
