package io.twinslice.lab.kbrl;

import io.twinslice.learners.kbrl.KbrlLearner;
import io.twinslice.learners.kbrl.KbrlScenario;
import java.util.Optional;

/**
 * Figures of the published raw histories: last 5,000 of the first 20,000 stages, mean over about 30 seeds. They were
 * measured with fading traces that are not public, so they stand beside results and are never part of one.
 */
record Published(double violationsPerStage, double prb, int cumulativeViolations) {
    /** Where these two were published. */
    static Optional<Published> of(KbrlScenario scenario, KbrlLearner learner) {
        return switch (learner) {
            case KBRL_97 ->
                Optional.of(
                        switch (scenario) {
                            case S1 -> new Published(0.0156, 117.5, 472);
                            case S2 -> new Published(0.0168, 91.7, 437);
                            case S3 -> new Published(0.0318, 54.9, 379);
                            case S4 -> new Published(0.0047, 32.5, 122);
                        });
            case KBRL_99 ->
                Optional.of(
                        switch (scenario) {
                            case S1 -> new Published(0.0157, 135.4, 450);
                            case S2 -> new Published(0.0098, 95.1, 315);
                            case S3 -> new Published(0.0129, 54.9, 250);
                            case S4 -> new Published(0.0041, 34.5, 106);
                        });
            case ORACLE -> scenario == KbrlScenario.S4 ? Optional.of(new Published(0, 12.1, 0)) : Optional.empty();
            case LENDING, STATIC -> Optional.empty();
        };
    }
}
