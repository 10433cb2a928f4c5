package io.twinslice.learners;

import java.util.List;

/**
 * All that the next generation needs. There is no state of a random generator in it: every number follows from the
 * plan's seed and the number of the generation.
 *
 * @param environmentSteps windows simulated so far
 * @param curve one entry per finished generation
 * @param clones the cloned baselines
 * @param genomes the last generation, best first
 * @param learner networks and optimiser of the off-policy learner
 * @param episodes the replay buffer, oldest first
 */
record Checkpoint(
        long environmentSteps,
        List<TrainingProgress> curve,
        List<float[]> clones,
        List<float[]> genomes,
        ActorCritic.State learner,
        List<Trajectory> episodes) {
    Checkpoint {
        curve = List.copyOf(curve);
        clones = List.copyOf(clones);
        genomes = List.copyOf(genomes);
        episodes = List.copyOf(episodes);
    }
}
