package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.e2sm.GlobalEnbId;
import io.twinslice.e2sm.GlobalGnbId;
import io.twinslice.e2sm.GlobalNgEnbId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * GlobalE2node-ID: which node speaks. The identities of CU-UP and DU parts have 36 bits.
 *
 * <p>E2AP clauses 9.2.6 and 9.3.5 (ASN.1).
 */
public sealed interface GlobalE2NodeId {
    Codec<GlobalE2NodeId> CODEC = new GlobalE2NodeIdCodec();

    /** GlobalE2node-gNB-ID: a gNB, or its CU-UP or DU part when that identity is given. */
    record Gnb(GlobalGnbId id, Optional<GlobalGnbId> enGnbId, OptionalLong cuUpId, OptionalLong duId)
            implements GlobalE2NodeId {
        /** A whole gNB. */
        public Gnb(GlobalGnbId id) {
            this(id, Optional.empty(), OptionalLong.empty(), OptionalLong.empty());
        }
    }

    /** GlobalE2node-en-gNB-ID. */
    record EnGnb(GlobalGnbId id, OptionalLong cuUpId, OptionalLong duId) implements GlobalE2NodeId {}

    /** GlobalE2node-ng-eNB-ID. */
    record NgEnb(GlobalNgEnbId id, Optional<GlobalEnbId> enbId, OptionalLong duId) implements GlobalE2NodeId {}

    /** GlobalE2node-eNB-ID. */
    record Enb(GlobalEnbId id) implements GlobalE2NodeId {}
}
