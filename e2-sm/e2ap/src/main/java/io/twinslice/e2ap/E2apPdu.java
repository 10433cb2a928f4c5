package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;

/**
 * E2AP-PDU: one message of E2AP, v02.03 or v03.01. Immutable.
 *
 * <p>Octets behind the message are ignored when it is read, as all known peers do.
 *
 * <p>E2AP clause 9.3.3.
 */
public sealed interface E2apPdu
        permits E2Setup,
                ErrorIndication,
                Reset,
                RicControl,
                RicIndication,
                RicServiceQuery,
                RicServiceUpdate,
                RicServiceUpdate.Acknowledge,
                RicServiceUpdate.Failure,
                RicSubscription,
                RicSubscriptionDelete,
                E2NodeConfigurationUpdate,
                E2NodeConfigurationUpdate.Acknowledge,
                E2NodeConfigurationUpdate.Failure,
                E2ConnectionUpdate,
                E2ConnectionUpdate.Acknowledge,
                E2ConnectionUpdate.Failure,
                RicSubscriptionDeleteRequired,
                E2Removal,
                RicSubscriptionModification,
                RicSubscriptionModificationRequired,
                RicSubscriptionModificationRequired.Confirm,
                RicSubscriptionModificationRequired.Refuse,
                RicQuery {
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
