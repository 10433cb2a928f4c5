package io.twinslice.learners.kbrl;

import io.twinslice.learners.SplitMix;
import java.util.Arrays;

/**
 * KBRL, the learner of the paper: for each slice a {@link Projectron} that tells the smallest number of PRBs expected
 * to keep the promise, and an offset on top, the smallest that was accurate enough lately.
 */
final class Kbrl implements Controller {
    private static final double GAMMA = 1;
    private static final double THRESHOLD = 0.1;
    private static final double RATE = 0.05;

    private final KbrlScenario scenario;
    private final Expert[] experts;
    private boolean begun;

    /**
     * Knows nothing.
     *
     * @param accuracy that an offset must exceed, 0.97 or 0.99 in the paper
     * @param initial accuracy of all offsets
     */
    Kbrl(KbrlScenario scenario, double accuracy, double initial, SplitMix random) {
        this.scenario = scenario;
        experts = new Expert[scenario.slices()];
        for (int i = 0; i < experts.length; i++) {
            boolean embb = scenario.isEmbb(i);
            int action = embb ? 4 + random.nextInt(16) : 2 + random.nextInt(8);
            int offset = embb ? 2 + random.nextInt(6) : 1 + random.nextInt(3);
            experts[i] = new Expert(scenario.prbs(), scenario.least(i), accuracy, initial, action, offset);
        }
    }

    @Override
    public void decide(double[][] states, int[] prbs) {
        int sum = 0;
        for (int i = 0; i < experts.length; i++) {
            prbs[i] = experts[i].wanted(states[i], begun);
            sum += prbs[i];
        }
        begun = true;
        if (sum > scenario.prbs()) {
            scaleDown(prbs, sum);
        }
        for (int i = 0; i < experts.length; i++) {
            experts[i].taken = prbs[i];
        }
    }

    private void scaleDown(int[] prbs, int sum) {
        int total = 0;
        int largest = 0;
        for (int i = 0; i < prbs.length; i++) {
            prbs[i] = Math.max(scenario.least(i), prbs[i] * scenario.prbs() / sum);
            total += prbs[i];
            largest = prbs[i] > prbs[largest] ? i : largest;
        }
        prbs[largest] -= Math.max(0, total - scenario.prbs());
    }

    @Override
    public void learn(double[][] states, boolean[] violated) {
        for (int i = 0; i < experts.length; i++) {
            experts[i].learn(!violated[i]);
        }
    }

    /** What is known of one slice. */
    private static final class Expert {
        private final int prbs;
        private final int least;
        private final Projectron classifier;
        private final double needed;
        private final double[] accuracy;
        private final int firstAction;
        private int offset;
        private int base;
        private int taken;

        Expert(int prbs, int least, double needed, double initial, int firstAction, int offset) {
            this.prbs = prbs;
            this.least = least;
            this.needed = needed;
            this.firstAction = firstAction;
            this.offset = offset;
            classifier = new Projectron(prbs, GAMMA, THRESHOLD);
            accuracy = new double[prbs + 1];
            Arrays.fill(accuracy, initial);
        }

        int wanted(double[] state, boolean begun) {
            classifier.look(state);
            base = least;
            while (base <= prbs && !classifier.isPositive(base)) {
                base++;
            }
            return begun ? Math.min(prbs, base + offset) : firstAction;
        }

        void learn(boolean kept) {
            // Scaled down below what was thought to suffice, it was not a prediction that the promise would be kept.
            if (base <= prbs && taken >= base) {
                int used = taken - base;
                for (int o = kept ? used : 0; o <= (kept ? prbs : used); o++) {
                    accuracy[o] += RATE * ((kept ? 1 : 0) - accuracy[o]);
                }
                offset = 0;
                while (offset < prbs && accuracy[offset] <= needed) {
                    offset++;
                }
            }
            classifier.learn(taken, kept);
            if (kept) {
                for (int a = taken + 1; a <= prbs; a++) {
                    classifier.learn(a, true);
                }
            } else {
                for (int a = taken - 1; a >= 0; a--) {
                    classifier.learn(a, false);
                }
            }
        }
    }
}
