/**
 * Runs training plans on scenarios: {@link io.twinslice.trainer.PolicyTrainer} with the plans of
 * {@link io.twinslice.trainer.TrainingPlans}, told generation by generation, resumable, and with a record of what was
 * done.
 */
@NullMarked
package io.twinslice.trainer;

import org.jspecify.annotations.NullMarked;
