package io.twinslice.e2ap;

import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * RICindication: a node reports or asks.
 *
 * <p>E2AP clauses 8.2.3 (procedure), 9.1.1 (messages) and 9.3.4 (ASN.1).
 *
 * @param ranFunctionId RAN function of the node, 0..4095
 * @param actionId action of the subscription, 0..255
 * @param sequenceNumber 0..65535
 * @param header in the encoding of the service model
 * @param message in the encoding of the service model
 */
public record RicIndication(
        RicRequestId requestId,
        int ranFunctionId,
        int actionId,
        OptionalInt sequenceNumber,
        Type type,
        Octets header,
        Octets message,
        Optional<Octets> callProcessId)
        implements E2apPdu {
    static final MessageCodec<RicIndication> CODEC = new MessageCodec<>(
            "RICindication",
            CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
            5,
            Criticality.IGNORE,
            List.of(
                    Ie.requestId(RicIndication::requestId),
                    Ie.ranFunctionId(RicIndication::ranFunctionId),
                    Ie.number(15, Criticality.REJECT, NumberCodec.ACTION_ID, RicIndication::actionId),
                    Ie.optionalNumber(
                            27, Criticality.REJECT, NumberCodec.SEQUENCE_NUMBER, RicIndication::sequenceNumber),
                    Ie.mandatory(28, Criticality.REJECT, "RICindicationType", Type.CODEC, RicIndication::type),
                    Ie.octets(25, "RICindicationHeader", RicIndication::header),
                    Ie.octets(26, "RICindicationMessage", RicIndication::message),
                    Ie.optionalOctets(20, "RICcallProcessID", RicIndication::callProcessId)),
            ies -> new RicIndication(
                    ies.at(0),
                    ies.intAt(1),
                    ies.intAt(2),
                    ies.optionalIntAt(3),
                    ies.at(4),
                    ies.at(5),
                    ies.at(6),
                    ies.optionalAt(7)));

    /** Appends the PDU with header and message encoded in place; those of this record are not looked at. */
    public <H, M> void encodeWith(
            Codec<H> headerCodec, H ricHeader, Codec<M> messageCodec, M ricMessage, BitWriter out) {
        CODEC.encodePdu(this, 25, headerCodec, ricHeader, messageCodec, ricMessage, out);
    }

    /** RICindicationType. */
    public enum Type {
        REPORT,
        INSERT,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<Type> CODEC = new Codec.Enumerated<>("RICindicationType", List.of(values()), 2, Type::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}
