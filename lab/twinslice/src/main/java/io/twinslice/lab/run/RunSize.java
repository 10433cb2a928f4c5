package io.twinslice.lab.run;

import io.twinslice.learners.ErlPlan;
import io.twinslice.trainer.TrainingPlans;
import java.util.function.LongFunction;

/**
 * How large the parts of a run are.
 *
 * @param training the training plan of a seed
 * @param watchWindows live windows under the baseline, which the twin is calibrated on
 * @param liveWindows live windows after the activation
 * @param episodeWindows windows of an episode of verification
 * @param episodes of each virtual plane, fixed before the run
 * @param violationLimit most that the probability of a violated episode may be on any of them
 * @param comparisonSeeds episodes of the comparison
 * @param comparisonWindows windows of each
 * @param staticSeeds episodes that each static plan is searched on
 * @param staticPlans static plans tried
 */
record RunSize(
        LongFunction<ErlPlan> training,
        int watchWindows,
        int liveWindows,
        int episodeWindows,
        int episodes,
        double violationLimit,
        int comparisonSeeds,
        int comparisonWindows,
        int staticSeeds,
        int staticPlans) {
    /** Under a minute on two idle cores. */
    static RunSize quick() {
        return new RunSize(TrainingPlans::quick, 600, 600, 100, 200, 0.1, 16, 300, 4, 60);
    }

    /** About ten minutes. */
    static RunSize full() {
        return new RunSize(TrainingPlans::full, 1200, 1200, 200, 600, 0.05, 60, 600, 8, 200);
    }

    /** The plan with the guard rails of the lab. */
    ErlPlan trainingPlan(long seed) {
        ErlPlan plan = training.apply(seed);
        return new ErlPlan(
                plan.seed(),
                plan.population(),
                plan.generations(),
                plan.episodesPerGenome(),
                plan.episodeWindows(),
                plan.hiddenWidth(),
                plan.cloneSteps(),
                plan.selectionEpisodes(),
                plan.evolution(),
                plan.offPolicy(),
                new ErlPlan.Guard(Guardrails.FLOOR_PERCENT, Guardrails.MAX_STEP_PERCENT));
    }
}
