package io.twinslice.learners.kbrl;

import io.twinslice.learners.SplitMix;
import java.util.Arrays;

/**
 * A user of an eMBB slice: where it stands, what it sends and what it waits for. What a user does depends on its seed
 * alone, so that it does the same whatever policy serves it.
 */
final class Bearer {
    private static final double CBR_BITS = 500;
    private static final double BURST_BITS = 1000;
    private static final double BURST_GAP_SLOTS = 1000;
    private static final double BURST_SLOTS = 500;
    private static final double HOLDING_SLOTS = 30_000;
    private static final double SHADOWING_DB = 10;

    final boolean constant;
    final double nominal;
    final int trace;
    final long leavesAt;

    int sample;
    int estimate;
    double queue;

    /** Mean rate that the scheduler knows, bit/s. */
    double throughput;

    /** Bits delivered and PRBs held in the last slot in which the slice was active. */
    double delivered;

    int prbs;

    /** What the scheduler has given so far in this slot. */
    double planned;

    double bitsPerPrb;

    /** Mean rate if what was given so far arrives, bit/s. */
    double expected;

    private final SplitMix life;
    private final SplitMix air;
    private int direction;
    private long nextBurst;
    private long[] burstEnds = new long[4];
    private int bursts;

    Bearer(boolean constant, long slot, long seed) {
        this.constant = constant;
        life = new SplitMix(SplitMix.seed(seed, 1));
        air = new SplitMix(SplitMix.seed(seed, 2));
        leavesAt = slot + slots(HOLDING_SLOTS, life);
        nextBurst = slot + slots(BURST_GAP_SLOTS, life);
        SplitMix place = new SplitMix(SplitMix.seed(seed, 3));
        nominal = nominal(place);
        trace = place.nextInt(Fading.TRACES);
        jump(place);
    }

    private Bearer(Bearer other) {
        constant = other.constant;
        nominal = other.nominal;
        trace = other.trace;
        leavesAt = other.leavesAt;
        sample = other.sample;
        estimate = other.estimate;
        queue = other.queue;
        throughput = other.throughput;
        delivered = other.delivered;
        prbs = other.prbs;
        life = other.life.copy();
        air = other.air.copy();
        direction = other.direction;
        nextBurst = other.nextBurst;
        burstEnds = other.burstEnds.clone();
        bursts = other.bursts;
    }

    Bearer copy() {
        return new Bearer(this);
    }

    /** An exponential time in whole slots, at least one: in the published environment one of 0 slots never ended. */
    static long slots(double mean, SplitMix random) {
        return Math.max(1, Math.round(-mean * StrictMath.log(1 - random.nextDouble())));
    }

    /** SINR without fading of a user somewhere in the cell, dB. */
    static double nominal(SplitMix random) {
        double x;
        double y;
        do {
            x = random.nextDouble();
            y = random.nextDouble();
            // The corners (0, ½) (¼, 0) (¾, 0) (1, ½) (¾, 1) (¼, 1).
        } while (Math.abs(x - 0.5) > 0.5 - Math.abs(y - 0.5) / 2);
        double east = x - 0.25;
        double distance = Math.max(1e-9, StrictMath.hypot(east, y));
        double kilometres = Math.max(2 * distance, 0.1);
        double degrees = StrictMath.toDegrees(StrictMath.acos(east / distance)) - 60;
        double gain = 15 - Math.min(12 * (degrees / 65) * (degrees / 65), 20);
        double log = StrictMath.log10(kilometres);
        double loss = Math.max(128.1 + 37.6 * log, 20 * StrictMath.log10(2) + 92.45 + 26 * log);
        double received = 30 - Math.max(loss + SHADOWING_DB * random.nextGaussian() - gain, 70);
        return received + 110 - 9;
    }

    private void jump(SplitMix random) {
        sample = random.nextInt(Fading.SAMPLES);
        direction = random.nextInt(2) == 0 ? 1 : -1;
    }

    /** Bits that enter the queue in this slot. */
    double traffic(long slot) {
        if (constant) {
            return CBR_BITS;
        }
        while (nextBurst <= slot) {
            if (bursts == burstEnds.length) {
                burstEnds = Arrays.copyOf(burstEnds, 2 * bursts);
            }
            burstEnds[bursts++] = slot + slots(BURST_SLOTS, life);
            nextBurst = slot + slots(BURST_GAP_SLOTS, life);
        }
        for (int i = bursts - 1; i >= 0; i--) {
            if (burstEnds[i] <= slot) {
                burstEnds[i] = burstEnds[--bursts];
            }
        }
        return BURST_BITS * bursts;
    }

    /** Moves one sample along the trace, and estimates the SNR over the PRBs of the slice. */
    void hear(Fading fading, int first, int count) {
        sample += direction;
        if (sample < 0 || sample >= Fading.SAMPLES) {
            jump(air);
        }
        double gain = count > 0 ? fading.mean(trace, sample, first, count) : 0;
        estimate = (int) Math.rint(nominal + gain);
    }

    /** Sends what was planned over the PRBs from {@code first} on, and takes what arrives from the queue. */
    void send(Fading fading, int first) {
        delivered = 0;
        if (prbs == 0 || planned == 0) {
            return;
        }
        int scheme = Link.curve(estimate);
        double snr = Link.effective(scheme, nominal, fading.gains(trace), sample * Fading.PRBS, first, prbs);
        if (air.nextDouble() < Link.reception(scheme, snr)) {
            delivered = planned;
            queue -= planned;
        }
    }
}
