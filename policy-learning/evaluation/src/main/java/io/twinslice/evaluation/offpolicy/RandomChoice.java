package io.twinslice.evaluation.offpolicy;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Policy;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Chooses one of a few plans at random and says how likely it was: what it logs can be evaluated. The number of the
 * plan is the number of the action. Not thread-safe.
 */
public final class RandomChoice implements Policy {
    private final String name;
    private final List<QuotaPlan> plans;
    private final Function<TwinSnapshot, double[]> features;
    private final ActionProbabilities probabilities;
    private final RandomGenerator random;

    /**
     * A policy.
     *
     * @param plans to choose from, 1..{@value LoggedData#MAX_ACTIONS}
     * @param features that {@code probabilities} sees of a snapshot
     * @param random decides; restarts leave it alone
     */
    public RandomChoice(
            String name,
            List<QuotaPlan> plans,
            Function<TwinSnapshot, double[]> features,
            ActionProbabilities probabilities,
            RandomGenerator random) {
        if (plans.isEmpty() || plans.size() > LoggedData.MAX_ACTIONS) {
            throw new IllegalArgumentException(
                    "a choice is between 1.." + LoggedData.MAX_ACTIONS + " plans, not " + plans.size());
        }
        this.name = name;
        this.plans = List.copyOf(plans);
        this.features = features;
        this.probabilities = probabilities;
        this.random = random;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        double[] chances = new double[plans.size()];
        probabilities.of(features.apply(snapshot), chances);
        double left = random.nextDouble();
        int chosen = -1;
        for (int i = 0; i < chances.length; i++) {
            // Rounding may leave a little over after the last; it belongs to the last that has a chance.
            if (chances[i] > 0) {
                chosen = i;
                if (left < chances[i]) {
                    break;
                }
                left -= chances[i];
            }
        }
        if (chosen < 0) {
            throw new IllegalStateException(name + " gives no plan a chance");
        }
        return new Decision(plans.get(chosen), Math.min(1, chances[chosen]));
    }
}
