package io.twinslice.learners;

import io.twinslice.networks.Mlp;
import java.util.List;

/**
 * What a training run came to.
 *
 * @param network the policy network chosen on the selection seeds
 * @param origin where it came from: {@code genome}, {@code actor} or {@code clone}
 * @param violationsPermille broken twin-windows of 1000 on the selection seeds
 * @param heldPrbs mean PRBs held (used or guaranteed) on the selection seeds
 * @param curve one entry per generation
 * @param environmentSteps windows simulated in all
 */
public record TrainingOutcome(
        Mlp network,
        String origin,
        double violationsPermille,
        double heldPrbs,
        List<TrainingProgress> curve,
        long environmentSteps) {
    public TrainingOutcome {
        curve = List.copyOf(curve);
    }
}
