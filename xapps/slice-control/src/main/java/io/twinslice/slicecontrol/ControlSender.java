package io.twinslice.slicecontrol;

import java.util.Optional;

/** Hands an RC control to the platform. */
@FunctionalInterface
public interface ControlSender {
    /**
     * Sends one E2AP RIC control request.
     *
     * @param octets the PDU
     * @return empty when it is on its way, else why it could not be sent
     */
    Optional<String> send(byte[] octets);
}
