package io.twinslice.evaluation.offpolicy;

/** Learns what the actions are worth when the policy decides from there on. */
@FunctionalInterface
public interface QFitter {
    /**
     * Learns from a log.
     *
     * @param data to learn from
     * @param policy that decides after the first action
     * @param discount of the rewards, in 0..1
     */
    ActionValues fit(LoggedData data, ActionProbabilities policy, double discount);
}
