package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;

/**
 * E2AP-PDU: one message of E2AP, v02.03 or v03.01. Immutable.
 *
 * <p>Octets behind the message are ignored when it is read, as all known peers do.
 */
public sealed interface E2apPdu
        permits E2SetupRequest,
                E2SetupResponse,
                E2SetupFailure,
                ErrorIndication,
                ResetRequest,
                ResetResponse,
                RicControlRequest,
                RicControlAcknowledge,
                RicControlFailure,
                RicIndication,
                RicServiceQuery,
                RicServiceUpdate,
                RicServiceUpdateAcknowledge,
                RicServiceUpdateFailure,
                RicSubscriptionRequest,
                RicSubscriptionResponse,
                RicSubscriptionFailure,
                RicSubscriptionDeleteRequest,
                RicSubscriptionDeleteResponse,
                RicSubscriptionDeleteFailure,
                E2NodeConfigurationUpdate,
                E2NodeConfigurationUpdateAcknowledge,
                E2NodeConfigurationUpdateFailure,
                E2ConnectionUpdate,
                E2ConnectionUpdateAcknowledge,
                E2ConnectionUpdateFailure,
                RicSubscriptionDeleteRequired,
                E2RemovalRequest,
                E2RemovalResponse,
                E2RemovalFailure,
                RicSubscriptionModificationRequest,
                RicSubscriptionModificationResponse,
                RicSubscriptionModificationFailure,
                RicSubscriptionModificationRequired,
                RicSubscriptionModificationConfirm,
                RicSubscriptionModificationRefuse,
                RicQueryRequest,
                RicQueryResponse,
                RicQueryFailure {
    /**
     * Reads one message.
     *
     * @throws DecodeException when the octets are no message, name an unknown procedure or break the rules on IEs
     */
    static E2apPdu decode(byte[] octets, DecodeLimits limits) throws DecodeException {
        return E2apPduCodec.INSTANCE.fromOctets("E2AP-PDU", octets, limits);
    }

    /**
     * Reads one message with a reader that serves many, which spares its memory.
     *
     * @param in at the start of the octets
     */
    static E2apPdu decode(BitReader in) throws DecodeException {
        return E2apPduCodec.INSTANCE.decode(in);
    }

    /** The message in aligned PER. */
    default byte[] encode() {
        return E2apPduCodec.INSTANCE.toOctets(this);
    }

    /** Appends the message to {@code out}, which must stand on an octet boundary. */
    default void encode(BitWriter out) {
        E2apPduCodec.INSTANCE.encode(this, out);
    }
}
