package io.twinslice.lab.baselines;

import io.twinslice.evaluation.Oracle;

/**
 * How much is played.
 *
 * @param seeds episodes of the test split of each scenario, paired between all policies
 * @param windows of an episode
 * @param staticSeeds episodes of the train split that each static plan plays
 * @param staticPlans static plans that the search tries
 * @param oracle how hard the oracle thinks
 */
record StudySize(int seeds, int windows, int staticSeeds, int staticPlans, Oracle.Settings oracle) {
    /** What the published table is made with. */
    static StudySize standard(int seeds) {
        return new StudySize(seeds, 600, 5, 100, Oracle.Settings.STANDARD);
    }

    /** A first look: shorter search, coarser oracle. */
    static StudySize quick(int seeds) {
        return new StudySize(seeds, 600, 3, 40, new Oracle.Settings(20, 20, 3, 6));
    }
}
