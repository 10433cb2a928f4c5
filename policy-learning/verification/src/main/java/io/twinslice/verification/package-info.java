/**
 * Decides whether a candidate may ship: virtual planes, gates, verdicts, and the sealer that accepts only a passed
 * verdict.
 *
 * <p>The claim behind a pass is exact: the number of episodes is fixed before the first is played, one episode is one
 * coin, its seeds follow from a secret that the trainer does not know, a crash counts as a violation, and the
 * Clopper–Pearson bounds of all families and twins share one error probability, of which each further candidate of a
 * lineage gets less.
 *
 * <ul>
 *   <li>{@link io.twinslice.verification.VerificationPlan}: what will be tested, fixed beforehand
 *   <li>{@link io.twinslice.verification.Verifier}: plays it
 *   <li>{@link io.twinslice.verification.Verdict}: passed, failed or inconclusive, each with all evidence
 *   <li>{@link io.twinslice.verification.Sealer}: turns a pass into a signed bundle
 * </ul>
 */
@NullMarked
package io.twinslice.verification;

import org.jspecify.annotations.NullMarked;
