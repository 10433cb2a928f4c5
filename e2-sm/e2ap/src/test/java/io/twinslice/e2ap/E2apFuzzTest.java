package io.twinslice.e2ap;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;

/** No octets may cause anything but a {@link DecodeException}. */
class E2apFuzzTest {
    @FuzzTest
    void pdu(byte[] octets) {
        try {
            E2apPdu.decode(octets, DecodeLimits.STANDARD);
        } catch (DecodeException expected) {
            // hostile input is refused this way and no other
        }
    }

    /** Whatever is received can be answered, and what is understood can be written and read again. */
    @FuzzTest
    void received(byte[] octets) {
        Received received;
        try {
            received = Received.read(octets, DecodeLimits.STANDARD);
        } catch (DecodeException expected) {
            return;
        }
        received.errorIndication().ifPresent(ErrorIndication::encode);
        Received.toOctets(received).ifPresent(again -> {
            try {
                Received.read(again, DecodeLimits.STANDARD);
            } catch (DecodeException e) {
                throw new AssertionError("what was written again is refused", e);
            }
        });
    }
}
