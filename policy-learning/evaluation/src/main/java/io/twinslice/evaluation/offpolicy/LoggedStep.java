package io.twinslice.evaluation.offpolicy;

/**
 * One decision of a log.
 *
 * @param state features of the state it was taken in, finite. Not copied; nobody writes to it.
 * @param action number of the action taken, from 0
 * @param propensity probability with which the logging policy took this action in this state, in (0, 1]
 * @param reward what it brought; a cost is a reward all the same, the estimators only add up
 */
@SuppressWarnings("ArrayRecordComponent")
public record LoggedStep(double[] state, int action, double propensity, double reward) {
    public LoggedStep {
        for (double feature : state) {
            if (!Double.isFinite(feature)) {
                throw new IllegalArgumentException("a feature of a state is " + feature);
            }
        }
        if (action < 0) {
            throw new IllegalArgumentException("actions are numbered from 0, this one is " + action);
        }
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity must be in (0, 1], not " + propensity);
        }
        if (!Double.isFinite(reward)) {
            throw new IllegalArgumentException("the reward is " + reward);
        }
    }
}
