package io.twinslice.evaluation.offpolicy;

/** What each action is worth in a state. A pure function of the state. */
@FunctionalInterface
public interface ActionValues {
    /**
     * Tells the values.
     *
     * @param state features of the state, only to be read
     * @param into receives one value for each action
     */
    void of(double[] state, double[] into);
}
