/**
 * The public slicing benchmark KBRL (Alcaraz et al., IEEE Trans. Wireless Communications 22, 2023, 486–501): scenarios
 * S1 to S4 re-implemented from their description, the learner of the paper, and a learner of our own.
 *
 * <p>{@link io.twinslice.learners.kbrl.KbrlScenario} says what is sliced,
 * {@link io.twinslice.learners.kbrl.KbrlLearner} by whom, {@link io.twinslice.learners.kbrl.KbrlRun} does it. All
 * learners see the same: the state of each slice after a stage and whether its promise was kept. They learn while they
 * are judged; nothing is learned before. Same scenario, learner and seed, same bits.
 */
@NullMarked
package io.twinslice.learners.kbrl;

import org.jspecify.annotations.NullMarked;
