package io.twinslice.lab.offline;

import io.twinslice.lab.offline.RecordedRun.Report;

/** What is known when a split is decided, as features. */
final class State {
    private static final int RUN = 0;
    private static final int PHASE = 1;
    private static final int HEAVY = 2;
    private static final int QUEUE = 3;
    private static final int UE_LEFT = 4;
    private static final int MTC_QUEUED = 5;
    private static final int URLLC_QUEUED = 6;

    /** Length of a state. */
    static final int FEATURES = 7;

    /** Length of what a network sees of a state. */
    static final int OBSERVED = 6;

    private static final int BUCKETS = 12;
    private static final long PHASE_MILLIS = 600_000;

    private State() {}

    static double[] of(int run, boolean heavy, long millis, Report last) {
        double[] state = new double[FEATURES];
        state[RUN] = run;
        state[PHASE] = Math.min(2, millis / PHASE_MILLIS);
        state[HEAVY] = heavy ? 1 : 0;
        state[QUEUE] = last.embbQueueBytes() > 50_000 ? 2 : last.embbQueueBytes() > 2_000 ? 1 : 0;
        state[UE_LEFT] = last.embbPerUrllc() < 0.8 ? 1 : 0;
        state[MTC_QUEUED] = last.mtcQueued() > 0 ? 1 : 0;
        state[URLLC_QUEUED] = last.urllcQueued() > 0 ? 1 : 0;
        return state;
    }

    /** What a network sees: not the run, nor when in it. */
    static void observe(double[] state, float[] into) {
        into[0] = (float) state[HEAVY];
        into[1] = state[QUEUE] == 1 ? 1 : 0;
        into[2] = state[QUEUE] == 2 ? 1 : 0;
        into[3] = (float) state[UE_LEFT];
        into[4] = (float) state[MTC_QUEUED];
        into[5] = (float) state[URLLC_QUEUED];
    }

    static int run(double[] state) {
        return (int) state[RUN];
    }

    static boolean heavy(double[] state) {
        return state[HEAVY] > 0;
    }

    /** Run and part of the run: within it the agent is taken to choose alike. */
    static int phase(double[] state) {
        return (int) (3 * state[RUN] + state[PHASE]);
    }

    /** What the part of a slice in the cost may depend on; every slice has fewer than {@value #BUCKETS} buckets. */
    static int bucket(double[] state, int slice) {
        int heavy = (int) state[HEAVY];
        return switch (slice) {
            case 0 -> heavy * 6 + (int) (state[QUEUE] * 2 + state[UE_LEFT]);
            case 1 -> heavy * 2 + (int) state[MTC_QUEUED];
            default -> heavy * 2 + (int) state[URLLC_QUEUED];
        };
    }

    /** States that count as alike when support is asked for. */
    static int cell(double[] state) {
        return bucket(state, 0);
    }

    static int buckets() {
        return BUCKETS;
    }
}
