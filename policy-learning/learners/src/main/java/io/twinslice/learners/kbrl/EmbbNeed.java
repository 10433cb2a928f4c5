package io.twinslice.learners.kbrl;

/**
 * Steers the queues of an eMBB slice to a share of what is promised, or holds the PRBs that the promise accepts
 * instead.
 */
final class EmbbNeed implements Need {
    private static final double TARGET = 0.35;
    private static final double RHO = 0.5;
    private static final double H = 2;
    private static final double UP = 3;
    private static final double DOWN = 0.02;
    private static final double D0 = 2;
    private static final double URG = 0.9;
    private static final double KAPPA = 0.5;
    private static final double FIRST_EFFICIENCY = 200;
    private static final double CBR_BITS = 500.0 * Slice.STAGE_SLOTS;
    private final Kind[] kinds = {new Kind(0), new Kind(1)};

    @Override
    public void observe(double[] state, int prbs) {
        kinds[0].observe(state);
        kinds[1].observe(state);
    }

    @Override
    public double wanted() {
        return sum(kinds[0].steer(), kinds[1].steer());
    }

    private double sum(double c, double v) {
        kinds[0].byClause = c >= kinds[0].clause();
        kinds[1].byClause = v >= kinds[1].clause();
        double u = c + v;
        if (c > 0) {
            u = Math.max(u, c + kinds[1].taken(v, kinds[0].byClause));
        }
        if (v > 0) {
            u = Math.max(u, v + kinds[0].taken(c, kinds[1].byClause));
        }
        return u;
    }

    @Override
    public double urgent() {
        return Math.min(wanted(), sum(kinds[0].urgent(), kinds[1].urgent()));
    }

    private static final class Kind {
        private final int kind;
        private double bits;
        private double prbSlots;
        private double traffic;
        private double users = 1;
        private double queue;
        private double delta;
        boolean byClause;
        private double held;

        Kind(int kind) {
            this.kind = kind;
            delta = D0;
        }

        void observe(double[] state) {
            int from = kind * EmbbSlice.PER_KIND;
            traffic = state[from + EmbbSlice.TRAFFIC] * EmbbSlice.SCALE[from + EmbbSlice.TRAFFIC];
            double delivered = state[from + EmbbSlice.DELIVERED] * EmbbSlice.SCALE[from + EmbbSlice.DELIVERED];
            double slots = state[from + EmbbSlice.PRBS] * EmbbSlice.SCALE[from + EmbbSlice.PRBS];
            double mean = state[from + EmbbSlice.QUEUE] * EmbbSlice.SCALE[from + EmbbSlice.QUEUE] / Slice.STAGE_SLOTS;
            held = slots / Slice.STAGE_SLOTS;
            bits = RHO * bits + delivered;
            prbSlots = RHO * prbSlots + slots;
            users = kind == 0 ? Math.max(1, traffic / CBR_BITS) : 1.5;
            queue = Math.max(0, mean + (traffic - delivered) / users / 2);
            if (byClause) {
                if (mean >= EmbbSlice.QUEUE_LIMIT[kind] && held <= EmbbSlice.PRB_LIMIT[kind]) {
                    delta += UP;
                } else {
                    delta = Math.max(0.5, delta - DOWN);
                }
            }
        }

        double efficiency() {
            return prbSlots > 1 ? Math.max(0.1, bits / prbSlots) : FIRST_EFFICIENCY;
        }

        double clause() {
            return EmbbSlice.PRB_LIMIT[kind] + delta;
        }

        double steer() {
            double aim = traffic + users * (queue - TARGET * EmbbSlice.QUEUE_LIMIT[kind]) / H;
            return Math.max(urgent(), Math.min(clause(), Math.max(0, aim) / Slice.STAGE_SLOTS / efficiency()));
        }

        double urgent() {
            double aim = traffic + 2 * users * (queue - URG * EmbbSlice.QUEUE_LIMIT[kind]);
            return Math.min(clause(), Math.max(0, aim) / Slice.STAGE_SLOTS / (KAPPA * efficiency()));
        }

        /** PRBs that it will take from the other. */
        double taken(double need, boolean otherByClause) {
            double drain = drain();
            return Math.min(drain, otherByClause ? Math.min(drain, clause()) : Math.max(need, held));
        }

        /** PRBs that empty the queue. */
        double drain() {
            return (traffic + users * queue) / Slice.STAGE_SLOTS / efficiency();
        }
    }
}
