package io.twinslice.ransim;

/**
 * What happens to a transport block that failed.
 *
 * @param transmissions how often a block is sent before HARQ gives it up, 1..8
 * @param roundTripSlots from one transmission to the next, 1..64
 * @param redundancyGainDb what incremental redundancy is worth beyond Chase combining, whose linear SNR adds up, once a
 *     block was repeated: 0 for Chase alone, about 1 for incremental redundancy, at most 3
 * @param rlcRedeliveries how often RLC sends again what HARQ lost, 0..8: 0 is unacknowledged mode, which drops it
 * @param rlcDelayMillis until RLC knows of the loss, 5..500; acknowledged mode adds about 20 to 40
 */
public record Harq(
        int transmissions, int roundTripSlots, double redundancyGainDb, int rlcRedeliveries, int rlcDelayMillis) {
    /** The usual configuration: 4 transmissions, 8 slots apart, Chase combining, RLC unacknowledged mode. */
    public static final Harq CHASE = new Harq(4, 8, 0, 0, 30);

    public Harq {
        Range.require("transmissions", transmissions, 1, 8);
        Range.require("roundTripSlots", roundTripSlots, 1, 64);
        Range.require("redundancyGainDb", redundancyGainDb, 0, 3);
        Range.require("rlcRedeliveries", rlcRedeliveries, 0, 8);
        Range.require("rlcDelayMillis", rlcDelayMillis, 5, 500);
    }

    /** The same with incremental redundancy. */
    public Harq withRedundancyGain(double gainDb) {
        return new Harq(transmissions, roundTripSlots, gainDb, rlcRedeliveries, rlcDelayMillis);
    }

    /** The same in RLC acknowledged mode. */
    public Harq acknowledged(int redeliveries, int delayMillis) {
        return new Harq(transmissions, roundTripSlots, redundancyGainDb, redeliveries, delayMillis);
    }
}
