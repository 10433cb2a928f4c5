/**
 * What a policy would have cost, told from the decisions of another one.
 *
 * <p>{@link io.twinslice.evaluation.offpolicy.LoggedData} holds the log,
 * {@link io.twinslice.evaluation.offpolicy.OffPolicyEvaluator} estimates. Where the log does not support an estimate,
 * the answer is {@link io.twinslice.evaluation.offpolicy.OffPolicyAnswer.NoSupport} and not a number.
 * docs/evaluation.md has the formulas and says when not to use which.
 */
@NullMarked
package io.twinslice.evaluation.offpolicy;

import org.jspecify.annotations.NullMarked;
