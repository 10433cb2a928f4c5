package io.twinslice.learners;

import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Features;
import java.util.List;

/**
 * What an evolutionary training run searches. The same plan on the same scenarios gives the same network, bit for bit.
 *
 * @param seed everything random follows from it
 * @param population genomes, 4..1000
 * @param generations 1..100,000
 * @param episodesPerGenome episodes that a genome plays in a generation, 1..1000; scenarios take turns
 * @param episodeWindows windows after which an episode is cut (and bootstrapped through), 1..1,000,000
 * @param hiddenWidth units of each of the two hidden layers of a policy, 1..512
 * @param cloneSteps gradient steps that imitate each rule-based baseline before the first generation, 0..100,000
 * @param selectionEpisodes episodes per scenario, on seeds of their own, by which the final network is chosen, 1..1000
 */
public record ErlPlan(
        long seed,
        int population,
        int generations,
        int episodesPerGenome,
        int episodeWindows,
        int hiddenWidth,
        int cloneSteps,
        int selectionEpisodes,
        Evolution evolution,
        OffPolicy offPolicy,
        Guard guard) {
    public ErlPlan {
        Check.range("population", population, 4, 1000);
        Check.range("generations", generations, 1, 100_000);
        Check.range("episodesPerGenome", episodesPerGenome, 1, 1000);
        Check.range("episodeWindows", episodeWindows, 1, 1_000_000);
        Check.range("hiddenWidth", hiddenWidth, 1, 512);
        Check.range("cloneSteps", cloneSteps, 0, 100_000);
        Check.range("selectionEpisodes", selectionEpisodes, 1, 1000);
        Check.range("elites", evolution.elites(), 1, population - 2);
    }

    /** Layer sizes of a policy network. */
    public List<Integer> layerSizes() {
        return List.of(Features.INPUTS, hiddenWidth, hiddenWidth, ActionMapping.PER_SLICE);
    }

    int genomeLength() {
        return Mlp.parameterCount(layerSizes());
    }

    /**
     * How the population breeds.
     *
     * @param elites best genomes that go on unchanged
     * @param tournament genomes drawn to find one parent, 1..100
     * @param crossover probability that a child has two parents
     * @param mutation probability that a child is mutated
     * @param mutatedShare share of a mutated genome's parameters that change, above 0
     * @param strength standard deviation of a change relative to the parameter (and a small absolute part), above 0
     * @param injectEvery generations between two injections of the off-policy learner's actor over the weakest
     */
    public record Evolution(
            int elites,
            int tournament,
            double crossover,
            double mutation,
            double mutatedShare,
            double strength,
            int injectEvery) {
        public Evolution {
            Check.range("tournament", tournament, 1, 100);
            Check.range("crossover", crossover, 0, 1);
            Check.range("mutation", mutation, 0, 1);
            Check.range("mutatedShare", mutatedShare, 1e-6, 1);
            Check.range("strength", strength, 1e-6, 10);
            Check.range("injectEvery", injectEvery, 1, 100_000);
        }
    }

    /**
     * The off-policy learner: twin critics and delayed actor after TD3 (Fujimoto 2018), factored over slices.
     *
     * @param bufferWindows windows that the replay buffer holds, 1..10,000,000
     * @param batchRows rows (slice × window) in a batch, 64..8192
     * @param updatesPerGeneration critic updates in a generation, 0..1,000,000
     * @param criticWidth units of each of the two hidden layers of a critic, 1..512
     * @param discount γ per window, 0..0.9999
     * @param targetBlend τ of the target networks
     * @param actorRate learning rate of the actor
     * @param criticRate learning rate of the critics
     * @param exploration standard deviation of the noise on the actor's raw outputs in its own rollouts
     * @param violationPenalty taken off the reward of a slice for a window that broke its promise
     */
    public record OffPolicy(
            int bufferWindows,
            int batchRows,
            int updatesPerGeneration,
            int criticWidth,
            double discount,
            double targetBlend,
            double actorRate,
            double criticRate,
            double exploration,
            double violationPenalty) {
        public OffPolicy {
            Check.range("bufferWindows", bufferWindows, 1, 10_000_000);
            Check.range("batchRows", batchRows, 64, 8192);
            Check.range("updatesPerGeneration", updatesPerGeneration, 0, 1_000_000);
            Check.range("criticWidth", criticWidth, 1, 512);
            Check.range("discount", discount, 0, 0.9999);
            Check.range("targetBlend", targetBlend, 1e-6, 1);
            Check.range("actorRate", actorRate, 1e-7, 0.5);
            Check.range("criticRate", criticRate, 1e-7, 0.5);
            Check.range("exploration", exploration, 0, 6);
            Check.range("violationPenalty", violationPenalty, 0, 100);
        }
    }

    /**
     * The shield of every rollout; training behind the shield that will stand in front of the policy later.
     *
     * @param floorPercent least minimum ratio of a slice (less where slices are many), 0..50
     * @param maxStepPercent most that a ratio moves from one window to the next, 1..100
     */
    public record Guard(int floorPercent, int maxStepPercent) {
        public Guard {
            Check.range("floorPercent", floorPercent, 0, 50);
            Check.range("maxStepPercent", maxStepPercent, 1, 100);
        }

        /** The envelope for a cell of this many slices; floors take at most half of the cell. */
        public Envelope envelope(int slices) {
            return Envelope.uniform(slices, Math.min(floorPercent, 50 / slices), 100, maxStepPercent);
        }
    }
}
