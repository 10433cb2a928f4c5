package io.twinslice.lab.kbrl;

import io.twinslice.learners.kbrl.KbrlScenario;

/**
 * What Twinslice's learner has to reach; infinite where there is no bar.
 *
 * @param violationsPerStage at most
 * @param prb at most
 * @param cumulativeViolations at most
 */
record Bar(double violationsPerStage, double prb, double cumulativeViolations) {
    private static final double CUMULATIVE = 300;

    static Bar of(KbrlScenario scenario) {
        return switch (scenario) {
            case S1 -> new Bar(0.015, 117, CUMULATIVE);
            case S2 -> new Bar(0.010, 95, CUMULATIVE);
            case S3 -> new Bar(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, CUMULATIVE);
            case S4 -> new Bar(0.004, 22, CUMULATIVE);
        };
    }
}
