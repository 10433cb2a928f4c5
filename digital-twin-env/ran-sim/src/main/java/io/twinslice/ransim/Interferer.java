package io.twinslice.ransim;

import java.util.ArrayList;
import java.util.List;

/**
 * A transmitter outside the network that comes and goes: a Markov process of two states that takes SNR away on a part
 * of the carrier while it is on.
 *
 * @param snrOffsetDb added to the SNR of the PRBs it hits, -60..0
 * @param bandShare share of the PRBs that it hits, above 0 and at most 1
 * @param meanOnMillis mean of the exponential time that it stays on, 10..1e6
 * @param meanOffMillis mean of the exponential time that it stays off, 10..1e6
 */
public record Interferer(double snrOffsetDb, double bandShare, double meanOnMillis, double meanOffMillis) {
    private static final int MAX_BURSTS = 10_000;

    public Interferer {
        Range.require("snrOffsetDb", snrOffsetDb, -60, 0);
        Range.require("bandShare", bandShare, 0.01, 1);
        Range.require("meanOnMillis", meanOnMillis, 10, 1e6);
        Range.require("meanOffMillis", meanOffMillis, 10, 1e6);
    }

    /**
     * Draws when it is on.
     *
     * @param startMillis when it begins, in its stationary state
     * @param endMillis when it is gone for good
     * @param seed everything random follows from it
     * @throws IllegalArgumentException if it would come more than 10000 times
     */
    public List<Disturbance> between(long startMillis, long endMillis, long seed) {
        long key = Chance.key(seed, Purpose.INTERFERER, 0);
        boolean on = Chance.uniform(key, 0) < meanOnMillis / (meanOnMillis + meanOffMillis);
        List<Disturbance> bursts = new ArrayList<>();
        double at = startMillis;
        for (long draw = 1; at < endMillis; draw++) {
            double until = at + Chance.exponential(key, draw) * (on ? meanOnMillis : meanOffMillis);
            if (on) {
                long from = Math.round(at);
                long to = Math.min(endMillis, Math.round(until));
                if (to > from) {
                    bursts.add(new Disturbance(from, to, Disturbance.CELL, 1, snrOffsetDb, 1, bandShare));
                }
                if (bursts.size() > MAX_BURSTS) {
                    throw new IllegalArgumentException("an interferer comes at most " + MAX_BURSTS
                            + " times; choose longer means or a shorter time");
                }
            }
            on = !on;
            at = until;
        }
        return bursts;
    }
}
