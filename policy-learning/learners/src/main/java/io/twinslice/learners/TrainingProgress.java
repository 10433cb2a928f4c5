package io.twinslice.learners;

/**
 * Where a training run stands after a generation. All genomes of a generation play the same seeds; generations play
 * different ones, so a curve goes up and down with them.
 *
 * @param generation generations finished, from 1
 * @param generations of so many
 * @param bestViolationsPermille broken twin-windows of 1000, of the best genome
 * @param meanViolationsPermille the same, mean over the population
 * @param actorViolationsPermille the same, of the off-policy learner's actor with its exploration noise
 * @param bestReward reward of an episode of the best genome
 * @param bestHeldPrbs mean PRBs that slices held (used or guaranteed) under the best genome
 * @param environmentSteps windows simulated so far, demonstrations included
 * @param criticLoss mean squared error of the critics in this generation
 * @param failedEpisodes episodes of this generation that the environment broke
 */
public record TrainingProgress(
        int generation,
        int generations,
        double bestViolationsPermille,
        double meanViolationsPermille,
        double actorViolationsPermille,
        double bestReward,
        double bestHeldPrbs,
        long environmentSteps,
        double criticLoss,
        int failedEpisodes) {}
