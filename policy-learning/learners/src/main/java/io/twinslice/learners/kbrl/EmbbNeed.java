package io.twinslice.learners.kbrl;

/**
 * What an eMBB slice needs, from the terms of its promise and from what was seen of it.
 *
 * <p>For CBR and for VBR the promise is kept by short queues or by many PRBs. So each kind asks for the cheaper of two:
 * PRBs that bring its queue to a share of the limit, by the bits that a PRB carried lately; or as many PRBs as the
 * promise accepts whatever the queue, which is what a user asks for whom nothing arrives. The scheduler serves the
 * other kind too, so what that takes comes on top: the most it took lately. A margin on the second way is calibrated
 * online: it rises when it proved too small and sinks a little otherwise, which holds violations under it at a fixed
 * rate.
 */
final class EmbbNeed implements Need {
    private final Kind constant = new Kind(0);
    private final Kind variable = new Kind(1);
    private double asked;

    @Override
    public void observe(double[] state, int prbs) {
        boolean granted = prbs >= asked;
        constant.observe(state, granted);
        variable.observe(state, granted);
    }

    @Override
    public double wanted() {
        constant.byPrbs = constant.need(false) >= constant.accepted(false);
        variable.byPrbs = variable.need(false) >= variable.accepted(false);
        asked = together(false);
        return asked;
    }

    @Override
    public double urgent() {
        return Math.min(together(false), together(true));
    }

    /** @param bare without margins, and only what cannot wait */
    private double together(boolean bare) {
        double c = constant.need(bare);
        double v = variable.need(bare);
        double sum = c + v;
        if (c > 0) {
            sum = Math.max(sum, c + variable.taken(v, c >= constant.accepted(bare), bare));
        }
        if (v > 0) {
            sum = Math.max(sum, v + constant.taken(c, v >= variable.accepted(bare), bare));
        }
        return sum;
    }

    /** One kind of users. */
    private static final class Kind {
        /** Share of the limit that the queue is steered to, and stages that this may take. */
        private static final double TARGET = 0.35;

        private static final double HORIZON = 2;

        /** Share of the limit that the queue may not pass in the next stage, even if a PRB carries so much less. */
        private static final double BRINK = 0.9;

        private static final double DOUBT = 0.35;

        /** What a stage counts in the next, for the bits of a PRB and for the most PRBs taken. */
        private static final double MEMORY = 0.5;

        private static final double PEAK_MEMORY = 0.97;

        /** PRBs on top of those accepted. */
        private static final double FIRST_MARGIN = 1;

        private static final double LEAST_MARGIN = 0.5;
        private static final double MOST_MARGIN = 10;
        private static final double RAISE = 3;
        private static final double LOWER = 0.02;

        private static final double FIRST_EFFICIENCY = 200;
        private static final double LEAST_EFFICIENCY = 2;
        private static final double CBR_BITS = 500.0 * Slice.STAGE_SLOTS;

        /** The state does not tell how many VBR users there are. */
        private static final double VBR_USERS = 1.5;

        private final int kind;
        private double traffic;
        private double users = 1;

        /** Bits in the queue of a user at the end of the stage. */
        private double queue;

        private double bits;
        private double prbSlots;
        private double held;
        private double peak;
        private double margin = FIRST_MARGIN;

        /** Whether it asked for the PRBs that are accepted whatever the queue. */
        private boolean byPrbs;

        Kind(int kind) {
            this.kind = kind;
        }

        void observe(double[] state, boolean granted) {
            traffic = sum(state, EmbbSlice.TRAFFIC);
            double delivered = sum(state, EmbbSlice.DELIVERED);
            double slots = sum(state, EmbbSlice.PRBS);
            double mean = sum(state, EmbbSlice.QUEUE) / Slice.STAGE_SLOTS;
            held = slots / Slice.STAGE_SLOTS;
            peak = Math.max(held, PEAK_MEMORY * peak);
            bits = MEMORY * bits + delivered;
            prbSlots = MEMORY * prbSlots + slots;
            users = kind == 0 ? Math.max(1, traffic / CBR_BITS) : VBR_USERS;
            queue = Math.max(0, mean + (traffic - delivered) / users / 2);
            if (byPrbs && granted) {
                boolean failed = mean >= EmbbSlice.QUEUE_LIMIT[kind] && held <= EmbbSlice.PRB_LIMIT[kind];
                margin = failed ? Math.min(MOST_MARGIN, margin + RAISE) : Math.max(LEAST_MARGIN, margin - LOWER);
            }
        }

        private double sum(double[] state, int what) {
            int at = kind * EmbbSlice.PER_KIND + what;
            return state[at] * EmbbSlice.SCALE[at];
        }

        /** PRBs that are accepted whatever the queue. */
        double accepted(boolean bare) {
            return EmbbSlice.PRB_LIMIT[kind] + (bare ? LEAST_MARGIN : margin);
        }

        double need(boolean bare) {
            double brink = traffic + 2 * users * (queue - BRINK * EmbbSlice.QUEUE_LIMIT[kind]);
            double least = prbs(brink, DOUBT * efficiency());
            double steering = traffic + users * (queue - TARGET * EmbbSlice.QUEUE_LIMIT[kind]) / HORIZON;
            double most = bare ? 0 : prbs(steering, efficiency());
            return Math.min(accepted(bare), Math.max(least, most));
        }

        /**
         * PRBs that it will take.
         *
         * @param need of its own
         * @param crowded whether the other kind holds PRBs by number; then this one can empty its queue
         */
        double taken(double need, boolean crowded, boolean bare) {
            double drain = prbs(traffic + users * queue, efficiency());
            double lately = bare ? held : peak;
            if (crowded) {
                return Math.max(bare ? 0 : Math.min(drain, accepted(false)), lately);
            }
            return Math.min(drain, Math.max(need, lately));
        }

        private static double prbs(double bitsInStage, double bitsPerPrb) {
            return Math.max(0, bitsInStage) / Slice.STAGE_SLOTS / bitsPerPrb;
        }

        /** Bits that a PRB carries. */
        private double efficiency() {
            return prbSlots > 1 ? Math.max(LEAST_EFFICIENCY, bits / prbSlots) : FIRST_EFFICIENCY;
        }
    }
}
