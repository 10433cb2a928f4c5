package io.twinslice.evaluation.offpolicy;

import io.twinslice.evaluation.scores.Interval;

/** What a log says about a policy. */
public sealed interface OffPolicyAnswer {
    /** What the log supports of the policy, in either case. */
    Support support();

    /**
     * A value.
     *
     * @param estimator that told it
     * @param value expected sum of discounted rewards of an episode, with its 95 % interval
     */
    record Estimated(Estimator estimator, Interval value, Support support) implements OffPolicyAnswer {}

    /**
     * The log cannot tell.
     *
     * @param reason what is missing, in one sentence
     */
    record NoSupport(String reason, Support support) implements OffPolicyAnswer {}
}
