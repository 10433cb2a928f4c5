/**
 * Learners of the scenario suite. They use what only a digital twin offers: an episode can be forked, and every plan be
 * tried from the very same moment.
 *
 * <p>{@link io.twinslice.learners.suite.CertifiedErl} learns to choose among a few quota plans;
 * {@link io.twinslice.learners.control.SacLagrangian} is its control on the same number of environment steps. The same
 * {@link io.twinslice.learners.suite.SuitePlan} gives the same policy, bit for bit, on any pool.
 */
@NullMarked
package io.twinslice.learners.suite;

import org.jspecify.annotations.NullMarked;
