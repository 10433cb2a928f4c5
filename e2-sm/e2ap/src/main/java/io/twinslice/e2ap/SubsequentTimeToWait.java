package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** RICtimeToWait: how long a node waits for the RIC after an insert indication. */
public enum SubsequentTimeToWait {
    W1MS(1),
    W2MS(2),
    W5MS(5),
    W10MS(10),
    W20MS(20),
    W30MS(30),
    W40MS(40),
    W50MS(50),
    W100MS(100),
    W200MS(200),
    W500MS(500),
    W1S(1_000),
    W2S(2_000),
    W5S(5_000),
    W10S(10_000),
    W20S(20_000),
    W60S(60_000),
    /**
     * An extension item that the text this end follows does not have; waits like the longest known; it cannot be sent.
     */
    UNRECOGNISED(60_000);

    static final Codec<SubsequentTimeToWait> CODEC =
            new EnumCodec<>("RICtimeToWait", List.of(values()), 17, SubsequentTimeToWait::index);

    private final int millis;

    SubsequentTimeToWait(int millis) {
        this.millis = millis;
    }

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }

    /** The waiting time in milliseconds. */
    public int millis() {
        return millis;
    }
}
