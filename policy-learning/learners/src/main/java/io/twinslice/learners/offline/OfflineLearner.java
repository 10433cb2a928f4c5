package io.twinslice.learners.offline;

import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;

/** Learns from a log alone. */
public sealed interface OfflineLearner permits BehaviourCloning, ConservativeQ, ImplicitQ {
    /** What tables call it. */
    String name();

    /**
     * Learns.
     *
     * @param log at least one decision
     * @param kernel changes speed, not results
     * @return a network from a state to one number for each choice; the largest is what it would choose
     */
    Mlp learn(ChoiceLog log, Kernel kernel, long seed);

    /** The choice that a network of {@link #learn} makes; {@code outputs} is overwritten. */
    static int choice(Mlp network, float[] state, float[] outputs) {
        network.forward(state, outputs);
        return Rows.largest(outputs, 0, outputs.length);
    }
}
