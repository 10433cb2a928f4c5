package io.twinslice.ransim;

/**
 * When a UE changes its cell: event A3 of TS 38.331 clause 5.5.4.4, on the mean power of a PRB without fast fading.
 *
 * @param hysteresisDb how much better the neighbour must be, 0..20
 * @param timeToTriggerMillis for how long, 0..5000
 * @param interruptionMillis nothing is sent to the UE for so long afterwards, 0..1000
 */
public record HandoverRule(double hysteresisDb, int timeToTriggerMillis, int interruptionMillis) {
    /** 3 dB for 160 ms, and 30 ms without data. */
    public static final HandoverRule USUAL = new HandoverRule(3, 160, 30);

    public HandoverRule {
        Range.require("hysteresisDb", hysteresisDb, 0, 20);
        Range.require("timeToTriggerMillis", timeToTriggerMillis, 0, 5000);
        Range.require("interruptionMillis", interruptionMillis, 0, 1000);
    }
}
