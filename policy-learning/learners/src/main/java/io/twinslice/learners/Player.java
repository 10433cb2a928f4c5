package io.twinslice.learners;

import io.twinslice.networks.Mlp;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.NetworkPolicy;
import io.twinslice.policy.Policy;
import java.util.List;
import java.util.function.Supplier;

/** Who decides in a rollout, as a value; each call makes a policy of its own, since policies keep state. */
sealed interface Player extends Supplier<Policy> {
    /** A network as it is; the parameters are not copied and never written. */
    @SuppressWarnings("ArrayRecordComponent")
    record Network(List<Integer> layerSizes, float[] parameters) implements Player {
        @Override
        public Policy get() {
            return new NetworkPolicy("genome", new Mlp(layerSizes, parameters));
        }
    }

    /** A network with noise on its outputs. */
    record Exploring(Network network, double strength, long noiseSeed) implements Player {
        @Override
        public Policy get() {
            return new ExploringPolicy(
                    new Mlp(network.layerSizes(), network.parameters()), strength, new SplitMix(noiseSeed));
        }
    }

    /** A rule that needs no learning. */
    enum Rule implements Player {
        PROPORTIONAL,
        DRIFT_PLUS_PENALTY;

        @Override
        public Policy get() {
            return switch (this) {
                case PROPORTIONAL -> Baselines.proportional(1);
                case DRIFT_PLUS_PENALTY -> Baselines.driftPlusPenalty(1);
            };
        }
    }
}
