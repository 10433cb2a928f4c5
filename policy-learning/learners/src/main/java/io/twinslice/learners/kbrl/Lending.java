package io.twinslice.learners.kbrl;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Twinslice's own learner. Each slice says what it needs ({@link EmbbNeed}, {@link MmtcNeed}) and gets that. When all
 * need more than there is, what cannot wait comes first, the smallest first, so that as few slices as possible break
 * their promise; the rest is shared in proportion.
 */
final class Lending implements Controller {
    private final KbrlScenario scenario;
    private final List<Need> needs;
    private final int[] taken;

    /** Parts of a PRB that an mMTC slice was given too little so far: its delay averages over stages. */
    private final double[] owed;

    private final double[] share;

    /** Knows the terms of the promises, and nothing of who is there. */
    Lending(KbrlScenario scenario) {
        this.scenario = scenario;
        needs = IntStream.range(0, scenario.slices())
                .mapToObj(i -> scenario.isEmbb(i) ? new EmbbNeed() : new MmtcNeed())
                .toList();
        taken = new int[needs.size()];
        owed = new double[needs.size()];
        share = new double[needs.size()];
    }

    @Override
    public void decide(double[][] states, int[] prbs) {
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            share[i] = Math.max(scenario.least(i), needs.get(i).wanted());
            sum += Math.ceil(share[i]);
        }
        if (sum > scenario.prbs()) {
            ration();
        }
        int left = scenario.prbs();
        for (int i = 0; i < share.length; i++) {
            double exact = scenario.isEmbb(i) ? Math.ceil(share[i]) : share[i] + owed[i];
            taken[i] = Math.clamp((int) Math.rint(exact), 0, left);
            owed[i] = Math.clamp(exact - taken[i], -1, 1);
            left -= taken[i];
        }
        System.arraycopy(taken, 0, prbs, 0, taken.length);
    }

    private void ration() {
        double[] given = new double[share.length];
        double[] urgent = new double[share.length];
        for (int i = 0; i < share.length; i++) {
            urgent[i] = Math.max(scenario.least(i), Math.ceil(needs.get(i).urgent()));
        }
        double left = scenario.prbs() - Arrays.stream(scenario.leasts()).sum();
        for (int i : inOrder(urgent)) {
            given[i] = scenario.least(i) + Math.min(left, urgent[i] - scenario.least(i));
            left -= given[i] - scenario.least(i);
        }
        double open = 0;
        for (int i = 0; i < share.length; i++) {
            open += Math.max(0, share[i] - given[i]);
        }
        for (int i = 0; i < share.length; i++) {
            double part = open > 0 ? Math.min(1, left / open) : 0;
            share[i] = given[i] + Math.floor(part * Math.max(0, share[i] - given[i]));
        }
    }

    private static int[] inOrder(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public void learn(double[][] states, boolean[] violated) {
        for (int i = 0; i < taken.length; i++) {
            needs.get(i).observe(states[i], taken[i]);
        }
    }
}
