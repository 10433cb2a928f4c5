package io.twinslice.ccc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;

/** No text may cause anything but a {@link DecodeException}. */
class CccFuzzTest {
    @FuzzTest
    void control(byte[] text) {
        try {
            CccControlMessage.decode(Octets.of(text), DecodeLimits.STANDARD).encode();
            CccControlMessage.styleOf(Octets.of(text), DecodeLimits.STANDARD);
        } catch (DecodeException expected) {
            // hostile input is refused this way and no other
        }
    }

    @FuzzTest
    void report(byte[] text) {
        try {
            CccIndicationMessage.decode(Octets.of(text), DecodeLimits.STANDARD).encode();
        } catch (DecodeException expected) {
            // hostile input is refused this way and no other
        }
    }
}
