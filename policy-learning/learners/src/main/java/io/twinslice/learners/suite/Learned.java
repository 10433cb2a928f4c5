package io.twinslice.learners.suite;

import io.twinslice.model.QuotaPlan;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.Policy;
import java.util.List;

/**
 * What {@link CertifiedErl} learned for one cell.
 *
 * @param repertoire the plans it chooses among; the first is the best constant plan that it found
 * @param network from what is seen to the cost expected of each plan
 * @param patience expected saving, in seconds of violation, below which it does not change plans; infinite when it
 *     never leaves the first
 * @param fitness on the selection episodes
 * @param firstPlanFitness of the first plan alone, on the same episodes
 * @param environmentSteps windows played to learn it, those in forks included
 */
public record Learned(
        List<QuotaPlan> repertoire,
        Mlp network,
        double patience,
        Fitness fitness,
        Fitness firstPlanFitness,
        long environmentSteps) {
    /** A fresh policy that plays what was learned. */
    public Policy policy(String name) {
        return choosing(name);
    }

    ChoosingPolicy choosing(String name) {
        return new ChoosingPolicy(name, repertoire, new Mlp(network.shape(), network.parameters()), patience);
    }
}
