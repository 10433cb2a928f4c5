package io.twinslice.learners.kbrl;

/** Twinslice's own learner: gives each slice what it needs, and lends a shortage where it breaks no promise. */
final class Lending implements Controller {
    private final KbrlScenario scenario;
    private final int prbs;
    final Need[] needs;
    private final int[] taken;
    private final double[] carry;
    private final double[] wanted;
    private final double[] urgent;

    Lending(KbrlScenario scenario) {
        this.scenario = scenario;
        prbs = scenario.prbs();
        needs = new Need[scenario.slices()];
        for (int i = 0; i < needs.length; i++) {
            needs[i] = scenario.isEmbb(i) ? new EmbbNeed() : new MmtcNeed();
        }
        taken = new int[needs.length];
        carry = new double[needs.length];
        wanted = new double[needs.length];
        urgent = new double[needs.length];
    }

    @Override
    public void decide(double[][] states, int[] out) {
        double sum = 0;
        for (int i = 0; i < needs.length; i++) {
            wanted[i] = Math.max(scenario.least(i), needs[i].wanted());
            sum += Math.ceil(wanted[i]);
        }
        if (sum > prbs) {
            share();
        }
        int left = prbs;
        for (int i = 0; i < needs.length; i++) {
            double exact = wanted[i] + carry[i];
            int count = Math.clamp((int) Math.rint(exact), 0, left);
            if (needs[i] instanceof EmbbNeed) {
                count = Math.clamp((int) Math.ceil(wanted[i]), 0, left);
            } else {
                carry[i] = Math.clamp(exact - count, -1, 1);
            }
            out[i] = count;
            taken[i] = count;
            left -= count;
        }
    }

    /** Too little for all: first what is urgent, least first, so that as few as possible go without; then the rest. */
    private void share() {
        int n = needs.length;
        double left = prbs;
        boolean[] done = new boolean[n];
        double[] given = new double[n];
        for (int i = 0; i < n; i++) {
            urgent[i] = Math.max(scenario.least(i), needs[i].urgent());
        }
        for (int round = 0; round < n; round++) {
            int least = -1;
            for (int i = 0; i < n; i++) {
                if (!done[i] && (least < 0 || urgent[i] < urgent[least])) {
                    least = i;
                }
            }
            done[least] = true;
            given[least] = Math.floor(Math.min(left, Math.ceil(urgent[least])));
            left -= given[least];
        }
        for (int i = 0; i < n; i++) {
            double more = Math.floor(Math.min(left, Math.max(0, wanted[i] - given[i])));
            given[i] += more;
            left -= more;
            wanted[i] = given[i];
        }
    }

    @Override
    public void learn(double[][] states, boolean[] violated) {
        for (int i = 0; i < needs.length; i++) {
            needs[i].observe(states[i], taken[i]);
        }
    }
}
