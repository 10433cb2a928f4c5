package io.twinslice.bundle;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever the bytes, opening gives an answer; only the untouched bundle opens. */
class BundleOpenerFuzzTest {
    private static final byte[] GOOD = Samples.bundle(1);
    private static final BundleOpener OPENER = Samples.openerAt(Samples.NOW);

    @FuzzTest(maxDuration = "60s")
    void anyBytesGetAnAnswer(byte[] octets) {
        if (OPENER.open(octets, 0) instanceof Opening.Opened) {
            throw new AssertionError("bytes of unknown origin opened");
        }
    }

    @FuzzTest(maxDuration = "60s")
    void aChangedBundleNeverOpens(FuzzedDataProvider data) {
        byte[] octets = GOOD.clone();
        while (data.remainingBytes() > 2) {
            octets[data.consumeInt(0, octets.length - 1)] = data.consumeByte();
        }
        if (OPENER.open(octets, 0) instanceof Opening.Opened != Arrays.equals(octets, GOOD)) {
            throw new AssertionError("a changed bundle opened, or the good one did not");
        }
    }
}
