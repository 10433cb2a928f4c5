package io.twinslice.learners.suite;

import io.twinslice.learners.SplitMix;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Policy;
import java.util.List;

/**
 * Puts the plan in force that a network expects to cost least, and stays with the one it has unless another one saves
 * more than its patience. Begins with the first plan. Keeps state between windows.
 */
final class ChoosingPolicy implements Policy {
    private static final int LONGEST_STAY = 8;

    private final String name;
    private final List<QuotaPlan> repertoire;
    private final Mlp network;
    private final double patience;
    private final Observation observation;
    private final float[] expected;
    private int chosen;
    private double adventure;
    private SplitMix random = new SplitMix(0);
    private int stay;
    private float[] seen = new float[0];

    /** @param network from an observation to what each plan of the repertoire is expected to cost; not shared */
    ChoosingPolicy(String name, List<QuotaPlan> repertoire, Mlp network, double patience) {
        this.name = name;
        this.repertoire = repertoire;
        this.network = network;
        this.patience = patience;
        observation = new Observation(repertoire.getFirst().slices());
        expected = new float[repertoire.size()];
    }

    /** Now and then takes any plan of the repertoire for some windows, with this probability in each of the others. */
    ChoosingPolicy exploring(double probability, SplitMix chance) {
        adventure = probability;
        random = chance;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void restart() {
        observation.restart();
        chosen = 0;
        stay = 0;
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        seen = observation.next(snapshot);
        if (stay > 0) {
            stay--;
        } else if (adventure > 0 && random.nextDouble() < adventure) {
            chosen = random.nextInt(repertoire.size());
            stay = random.nextInt(LONGEST_STAY);
        } else if (patience < Double.POSITIVE_INFINITY) {
            choose();
        }
        return Decision.certain(repertoire.get(chosen));
    }

    private void choose() {
        network.forward(seen, expected);
        int best = 0;
        for (int i = 1; i < expected.length; i++) {
            best = expected[i] < expected[best] ? i : best;
        }
        if (expected[chosen] - expected[best] > patience) {
            chosen = best;
        }
    }

    /** What was seen at the last decision; the same array each time. */
    float[] seen() {
        return seen;
    }
}
