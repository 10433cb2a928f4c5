package io.twinslice.learners.kbrl;

/** What an mMTC slice needs: PRBs that steer its delay to half of what is promised. */
final class MmtcNeed implements Need {
    private static final double LIMIT_SLOTS = 300;
    private static final double TARGET = 0.5;

    /** Share of the limit above which it cannot wait. */
    private static final double BRINK = 0.75;

    /** Slots in which the delay is to reach its target. */
    private static final double HORIZON_SLOTS = 200;

    private static final double SCALE = 100;
    private static final double FIRST_LOAD = 7;
    private static final double RATE = 0.01;

    /** PRBs that the devices need on average, learned from how the queue moves. */
    private double load = FIRST_LOAD;

    private double backlog = Double.NaN;
    private double delay;

    @Override
    public void observe(double[] state, int prbs) {
        double devices = state[0] * SCALE;
        double now = devices * state[1] * SCALE;
        delay = state[2] * SCALE;
        if (!Double.isNaN(backlog)) {
            double arrived = Math.min(prbs, devices) + (now - backlog) / Slice.STAGE_SLOTS;
            load += RATE * (arrived - load);
        }
        backlog = now;
    }

    @Override
    public double wanted() {
        // First come, first served: the mean age in the queue is half of its length in time.
        return Math.max(0, load * (1 + 2 * (delay - TARGET * LIMIT_SLOTS) / HORIZON_SLOTS));
    }

    @Override
    public double urgent() {
        return delay > BRINK * LIMIT_SLOTS ? wanted() : 0;
    }
}
