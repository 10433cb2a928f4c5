/**
 * Learners: evolutionary reinforcement learning after Khadka and Tumer (2018), with an off-policy learner that shares
 * the replay buffer of the population.
 *
 * <p>{@link io.twinslice.learners.ErlPlan} says what is searched; {@link io.twinslice.learners.RolloutPool} and
 * {@link io.twinslice.learners.Checkpoints} say how it runs and cannot show in the result: every random number follows
 * from the plan's seed and the place where it is drawn (generation, genome, episode), never from a thread or from what
 * ran before.
 */
@NullMarked
package io.twinslice.learners;

import org.jspecify.annotations.NullMarked;
