package io.twinslice.trainer;

import io.twinslice.learners.ErlPlan;
import io.twinslice.learners.TrainingProgress;
import io.twinslice.networks.Mlp;
import java.util.List;

/**
 * A policy network and how it came to be. A candidate: only verification says whether it may ship.
 *
 * @param network for a {@link io.twinslice.policy.NetworkPolicy}
 * @param curve one entry per generation
 * @param plan what was searched
 * @param environmentSteps windows simulated in all
 * @param scenarios names of the scenarios it was trained on
 * @param origin where the chosen network came from: {@code genome}, {@code actor} or {@code clone}
 * @param violationsPermille broken twin-windows of 1000 on the selection seeds
 * @param heldPrbs mean PRBs held (used or guaranteed) on the selection seeds
 */
public record TrainedPolicy(
        Mlp network,
        List<TrainingProgress> curve,
        ErlPlan plan,
        long environmentSteps,
        List<String> scenarios,
        String origin,
        double violationsPermille,
        double heldPrbs) {
    public TrainedPolicy {
        curve = List.copyOf(curve);
        scenarios = List.copyOf(scenarios);
    }
}
