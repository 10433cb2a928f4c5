package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import java.util.List;

/**
 * TimeToWait: how long a node waits before it tries again.
 *
 * <p>E2AP clauses 9.2.5 and 9.3.5 (ASN.1).
 */
public enum TimeToWait {
    V1S(1_000),
    V2S(2_000),
    V5S(5_000),
    V10S(10_000),
    V20S(20_000),
    V60S(60_000),
    /**
     * An extension item that the text this end follows does not have; waits like the longest known; it cannot be sent.
     */
    UNRECOGNISED(60_000);

    static final Codec<TimeToWait> CODEC =
            new Codec.Enumerated<>("TimeToWait", List.of(values()), 6, TimeToWait::index);

    private final int millis;

    TimeToWait(int millis) {
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
