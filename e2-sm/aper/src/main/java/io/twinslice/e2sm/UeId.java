package io.twinslice.e2sm;

import io.twinslice.aper.Codec;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** UEID: a UE as the kind of node that serves it names it (E2SM clause 6.2.2.6). */
public sealed interface UeId {
    Codec<UeId> CODEC = new UeIdCodec();

    /**
     * UE at a gNB or gNB-CU-CP.
     *
     * @param amfUeNgapId 40 bits
     * @param f1apIds gNB-CU UE F1AP identities, at most 4, 32 bits each
     * @param e1apIds gNB-CU-CP UE E1AP identities, 32 bits each
     * @param ranUeId 8 octets
     * @param xnapId M-NG-RAN node UE XnAP identity, 32 bits
     */
    record Gnb(
            long amfUeNgapId,
            Guami guami,
            List<Long> f1apIds,
            List<Long> e1apIds,
            Optional<Octets> ranUeId,
            OptionalLong xnapId,
            Optional<GlobalGnbId> globalGnbId,
            Optional<GlobalNgRanNodeId> globalNgRanNodeId)
            implements UeId {
        public Gnb {
            f1apIds = FixedList.copyOf(f1apIds);
            e1apIds = FixedList.copyOf(e1apIds);
        }

        /** A UE known by its AMF identities alone. */
        public Gnb(long amfUeNgapId, Guami guami) {
            this(
                    amfUeNgapId,
                    guami,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** UE at a gNB-DU: its gNB-CU UE F1AP identity of 32 bits. */
    record GnbDu(long f1apId, Optional<Octets> ranUeId) implements UeId {
        public GnbDu(long f1apId) {
            this(f1apId, Optional.empty());
        }
    }

    /** UE at a gNB-CU-UP: its gNB-CU-CP UE E1AP identity of 32 bits. */
    record GnbCuUp(long e1apId, Optional<Octets> ranUeId) implements UeId {}

    /**
     * UE at an ng-eNB.
     *
     * @param w1apId ng-eNB-CU UE W1AP identity, 32 bits
     */
    record NgEnb(
            long amfUeNgapId,
            Guami guami,
            OptionalLong w1apId,
            OptionalLong xnapId,
            Optional<GlobalNgEnbId> globalNgEnbId,
            Optional<GlobalNgRanNodeId> globalNgRanNodeId)
            implements UeId {}

    /** UE at an ng-eNB-DU: its W1AP identity of 32 bits. */
    record NgEnbDu(long w1apId) implements UeId {}

    /**
     * UE at an en-gNB.
     *
     * @param x2apId MeNB UE X2AP identity, 0..4095
     * @param x2apIdExtension 0..4095 by the text in force
     */
    record EnGnb(
            int x2apId,
            OptionalLong x2apIdExtension,
            GlobalEnbId globalEnbId,
            OptionalLong f1apId,
            List<Long> e1apIds,
            Optional<Octets> ranUeId)
            implements UeId {
        public EnGnb {
            e1apIds = FixedList.copyOf(e1apIds);
        }
    }

    /** UE at an eNB. */
    record Enb(
            long mmeUeS1apId,
            Gummei gummei,
            OptionalLong x2apId,
            OptionalLong x2apIdExtension,
            Optional<GlobalEnbId> globalEnbId)
            implements UeId {}
}
