package io.twinslice.learners.kbrl;

import io.twinslice.learners.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A slice for people: CBR users, who are admitted, and VBR users with bursts, under a proportional fair scheduler.
 * Within a slot: arrivals (CBR, VBR), departures, traffic, SINR, scheduling and reception, statistics.
 */
final class EmbbSlice implements Slice {
    private static final double CBR_GAP_SLOTS = 30_000;
    private static final double VBR_GAP_SLOTS = 12_000;
    private static final int BLOCK = 2;
    private static final double MEMORY = 1.0 / 50;
    private static final double SLOT_SECONDS = 1e-3;

    /** Where the promise ends, CBR and VBR: bit/s, PRBs, bits in the queue of a user. */
    private static final double[] RATE_LIMIT = {10e6, 15e6};

    static final double[] PRB_LIMIT = {20, 30};
    static final double[] QUEUE_LIMIT = {1e5, 1.5e5};

    private static final double STAGE_SECONDS = STAGE_SLOTS * SLOT_SECONDS;

    /** What the sums of the state are divided by: traffic, delivered, PRBs, queue, SNR; CBR, then VBR. */
    static final double[] SCALE = {
        5e6 * STAGE_SECONDS, 10e6 * STAGE_SECONDS, 25.0 * STAGE_SLOTS, 1e5 * STAGE_SLOTS, 35.0 * STAGE_SLOTS,
        5e6 * STAGE_SECONDS, 10e6 * STAGE_SECONDS, 35.0 * STAGE_SLOTS, 1e5 * STAGE_SLOTS, 35.0 * STAGE_SLOTS
    };

    static final int TRAFFIC = 0;
    static final int DELIVERED = 1;
    static final int PRBS = 2;
    static final int QUEUE = 3;
    static final int SNR = 4;
    static final int PER_KIND = 5;

    private final Fading fading;
    private final long seed;
    private final SplitMix[] gaps;
    private final List<Bearer> bearers = new ArrayList<>();
    private final long[] next = {1, 1};
    private final long[] arrivals = new long[2];
    private long slot;

    private final double[] sums = new double[2 * PER_KIND];
    private final double[] state = new double[2 * PER_KIND];
    private boolean violated;

    EmbbSlice(Fading fading, long seed) {
        this.fading = fading;
        this.seed = seed;
        gaps = new SplitMix[] {new SplitMix(SplitMix.seed(seed, 0)), new SplitMix(SplitMix.seed(seed, 1))};
    }

    private EmbbSlice(EmbbSlice other) {
        fading = other.fading;
        seed = other.seed;
        gaps = new SplitMix[] {other.gaps[0].copy(), other.gaps[1].copy()};
        other.bearers.forEach(bearer -> bearers.add(bearer.copy()));
        System.arraycopy(other.next, 0, next, 0, 2);
        System.arraycopy(other.arrivals, 0, arrivals, 0, 2);
        slot = other.slot;
        System.arraycopy(other.state, 0, state, 0, state.length);
        violated = other.violated;
    }

    @Override
    public void stage(int first, int prbs) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < STAGE_SLOTS; i++) {
            slot++;
            arrive(0, CBR_GAP_SLOTS, isAdmitting(i));
            arrive(1, VBR_GAP_SLOTS, true);
            leave();
            boolean hasData = false;
            for (int b = 0; b < bearers.size(); b++) {
                Bearer bearer = bearers.get(b);
                double bits = bearer.traffic(slot);
                bearer.queue += bits;
                sums[at(bearer, TRAFFIC)] += bits;
                bearer.hear(fading, first, prbs);
                hasData |= bearer.queue > 0;
            }
            if (hasData && prbs > 0) {
                schedule(prbs);
                transmit(first);
            }
            count();
        }
        for (int k = 0; k < state.length; k++) {
            state[k] = sums[k] / SCALE[k];
        }
        violated = isBroken(0) || isBroken(1);
    }

    private static int at(Bearer bearer, int what) {
        return bearer.constant ? what : PER_KIND + what;
    }

    /** Whether CBR users are let in, after {@code slots} slots of the stage. */
    private boolean isAdmitting(int slots) {
        return slots == 0
                || (sums[PRBS] / slots < PRB_LIMIT[0] && sums[DELIVERED] / (slots * SLOT_SECONDS) < RATE_LIMIT[0]);
    }

    private void arrive(int kind, double gap, boolean admitted) {
        if (next[kind] == slot) {
            next[kind] = slot + Bearer.slots(gap, gaps[kind]);
            long bearerSeed = SplitMix.seed(seed, 2 + kind, arrivals[kind]++);
            if (admitted) {
                bearers.add(new Bearer(kind == 0, slot, bearerSeed));
            }
        }
    }

    private void leave() {
        for (int b = bearers.size() - 1; b >= 0; b--) {
            if (bearers.get(b).leavesAt <= slot) {
                bearers.remove(b);
            }
        }
    }

    /** Gives out PRBs in blocks to who has the highest rate for the mean rate so far. */
    private void schedule(int prbs) {
        int users = bearers.size();
        for (int b = 0; b < users; b++) {
            Bearer bearer = bearers.get(b);
            bearer.prbs = 0;
            bearer.planned = 0;
            bearer.expected = bearer.throughput;
            bearer.bitsPerPrb = Link.bitsPerPrb(bearer.estimate);
        }
        int left = prbs;
        while (left > 0) {
            Bearer best = null;
            double bestRatio = 0;
            for (int b = 0; b < users; b++) {
                Bearer bearer = bearers.get(b);
                if (bearer.queue > bearer.planned) {
                    double ratio = bearer.bitsPerPrb / Math.max(1, bearer.expected);
                    if (ratio > bestRatio) {
                        best = bearer;
                        bestRatio = ratio;
                    }
                }
            }
            if (best == null) {
                bearers.getFirst().prbs += left;
                return;
            }
            int block = Math.min(BLOCK, left);
            best.prbs += block;
            best.planned = Math.min(best.queue, best.planned + block * best.bitsPerPrb);
            for (int b = 0; b < users; b++) {
                Bearer bearer = bearers.get(b);
                bearer.expected = (1 - MEMORY) * bearer.expected + MEMORY * bearer.planned / SLOT_SECONDS;
            }
            left -= block;
        }
    }

    private void transmit(int first) {
        int from = first;
        for (int b = 0; b < bearers.size(); b++) {
            Bearer bearer = bearers.get(b);
            bearer.send(fading, from);
            from += bearer.prbs;
            bearer.throughput = (1 - MEMORY) * bearer.throughput + MEMORY * bearer.delivered / SLOT_SECONDS;
        }
    }

    /** Adds the slot to the sums; an idle slot counts what the users had in the last active one once more. */
    private void count() {
        int constant = 0;
        int variable = 0;
        double constantQueue = 0;
        double variableQueue = 0;
        int constantSnr = 0;
        int variableSnr = 0;
        for (int b = 0; b < bearers.size(); b++) {
            Bearer bearer = bearers.get(b);
            sums[at(bearer, DELIVERED)] += bearer.delivered;
            sums[at(bearer, PRBS)] += bearer.prbs;
            if (bearer.constant) {
                constant++;
                constantQueue += bearer.queue;
                constantSnr += bearer.estimate;
            } else {
                variable++;
                variableQueue += bearer.queue;
                variableSnr += bearer.estimate;
            }
        }
        if (constant > 0) {
            sums[QUEUE] += constantQueue / constant;
            sums[SNR] += (double) constantSnr / constant;
        }
        if (variable > 0) {
            sums[PER_KIND + QUEUE] += variableQueue / variable;
            sums[PER_KIND + SNR] += (double) variableSnr / variable;
        }
    }

    private boolean isBroken(int kind) {
        int from = kind * PER_KIND;
        return sums[from + DELIVERED] / STAGE_SECONDS <= RATE_LIMIT[kind]
                && sums[from + PRBS] / STAGE_SLOTS <= PRB_LIMIT[kind]
                && sums[from + QUEUE] / STAGE_SLOTS >= QUEUE_LIMIT[kind];
    }

    @Override
    public double[] state() {
        return state;
    }

    @Override
    public boolean isViolated() {
        return violated;
    }

    @Override
    public Slice copy() {
        return new EmbbSlice(this);
    }

    /** Users present. */
    int users() {
        return bearers.size();
    }
}
