package io.twinslice.evaluation.offpolicy;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/** The policy to be evaluated: how likely it takes each action. A pure function of the state. */
@FunctionalInterface
public interface ActionProbabilities {
    /**
     * Tells the probabilities.
     *
     * @param state features of the state, only to be read
     * @param into receives one probability for each action; they add up to 1
     */
    void of(double[] state, double[] into);

    /** The policy that always takes the action that {@code choice} names. */
    static ActionProbabilities always(ToIntFunction<double[]> choice) {
        return (state, into) -> {
            Arrays.fill(into, 0);
            into[choice.applyAsInt(state)] = 1;
        };
    }
}
