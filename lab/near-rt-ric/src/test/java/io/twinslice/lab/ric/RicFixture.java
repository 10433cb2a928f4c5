package io.twinslice.lab.ric;

import java.io.IOException;

/** Starts the stand-in RIC as a test wants it. */
final class RicFixture {
    private RicFixture() {}

    static NearRtRic start() throws IOException {
        return NearRtRic.start(
                NearRtRicSettings.onLoopback(), Thread.ofPlatform().daemon().factory(), System::nanoTime);
    }
}
