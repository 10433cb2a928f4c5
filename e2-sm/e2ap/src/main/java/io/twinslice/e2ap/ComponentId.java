package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.e2sm.GlobalEnbId;
import io.twinslice.e2sm.GlobalGnbId;
import io.twinslice.e2sm.GlobalNgRanNodeId;
import java.util.List;
import java.util.Optional;

/**
 * E2nodeComponentID: the peer of one interface of a node.
 *
 * <p>E2AP clauses 9.2.32 and 9.3.5 (ASN.1).
 */
public sealed interface ComponentId {
    Codec<ComponentId> CODEC = new ComponentIdCodec();

    /** E2nodeComponentInterfaceNG. */
    record Ng(String amfName) implements ComponentId {}

    /** E2nodeComponentInterfaceXn. */
    record Xn(GlobalNgRanNodeId node) implements ComponentId {}

    /** E2nodeComponentInterfaceE1: the CU-UP identity, 36 bits. */
    record E1(long cuUpId) implements ComponentId {}

    /** E2nodeComponentInterfaceF1: the DU identity, 36 bits. */
    record F1(long duId) implements ComponentId {}

    /** E2nodeComponentInterfaceW1: the ng-eNB-DU identity, 36 bits. */
    record W1(long duId) implements ComponentId {}

    /** E2nodeComponentInterfaceS1. */
    record S1(String mmeName) implements ComponentId {}

    /** E2nodeComponentInterfaceX2. */
    record X2(Optional<GlobalEnbId> enbId, Optional<GlobalGnbId> enGnbId) implements ComponentId {}

    /** E2nodeComponentInterfaceType. */
    enum InterfaceType {
        NG,
        XN,
        E1,
        F1,
        W1,
        S1,
        X2,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<InterfaceType> CODEC =
                new Codec.Enumerated<>("E2nodeComponentInterfaceType", List.of(values()), 7, InterfaceType::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}
