package io.twinslice.lab.run;

import io.twinslice.learners.ErlPlan;
import io.twinslice.trainer.TrainingPlans;

/**
 * How large the parts of a run are.
 *
 * @param watchWindows live windows under the baseline, which the twin is calibrated on
 * @param liveWindows live windows after the activation
 * @param episodeWindows windows of an episode of verification
 * @param quietEpisodes episodes of the quiet plane, fixed before the run
 * @param quietLimit most that the probability of a violated episode may be there
 * @param eventfulEpisodes episodes of each plane with events
 * @param eventfulLimit most that the probability of a violated episode may be there
 * @param comparisonSeeds episodes of the comparison
 * @param comparisonWindows windows of each
 * @param staticSeeds episodes that each static plan is searched on
 * @param staticPlans static plans tried
 */
record RunSize(
        int watchWindows,
        int liveWindows,
        int episodeWindows,
        int quietEpisodes,
        double quietLimit,
        int eventfulEpisodes,
        double eventfulLimit,
        int comparisonSeeds,
        int comparisonWindows,
        int staticSeeds,
        int staticPlans) {
    /** About a minute on two cores. */
    static RunSize quick() {
        return new RunSize(600, 600, 100, 220, 0.05, 200, 0.1, 16, 300, 4, 60);
    }

    static RunSize full() {
        return new RunSize(1200, 1200, 200, 800, 0.02, 400, 0.05, 60, 600, 8, 200);
    }

    ErlPlan trainingPlan(long seed, boolean quick) {
        ErlPlan plan = quick ? TrainingPlans.quick(seed) : TrainingPlans.full(seed);
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
