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
}
