package io.twinslice.learners.kbrl;

/** Steers the delay of an mMTC slice to a share of what is promised; its load is learned from how the queue moves. */
final class MmtcNeed implements Need {
    private static final double LIMIT_SLOTS = 300;
    private static final double TARGET = 0.5;
    private static final double URGENT = 0.75;
    private static final double HORIZON = 200;
    private static final double SCALE = 100;
    private double load = 7;
    private double backlog = -1;
    private double delay;

    @Override
    public void observe(double[] state, int prbs) {
        double devices = state[0] * SCALE;
        delay = state[2] * SCALE;
        double now = devices * state[1] * SCALE;
        if (backlog >= 0) {
            double arrived = Math.min(prbs, devices) + (now - backlog) / Slice.STAGE_SLOTS;
            load += 0.01 * (arrived - load);
        }
        backlog = now;
    }

    @Override
    public double wanted() {
        return Math.max(0, load * (1 + 2 * (delay - TARGET * LIMIT_SLOTS) / HORIZON));
    }

    @Override
    public double urgent() {
        return delay > URGENT * LIMIT_SLOTS ? wanted() : 0;
    }
}
